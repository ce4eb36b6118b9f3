-- Whether a session was begun by two factors at once: a passkey, or a provider that tells of its own.
alter table identity.sessions add column is_strong boolean not null default false;

alter table identity.invitations add column withdrawn_at timestamptz;

-- Who asked for a new password. The mail holds a signed link to the row; it is used once.
create table identity.password_resets (
  id uuid primary key,
  account uuid not null references identity.accounts (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_resets_account on identity.password_resets (account);
grant select, insert, update, delete on identity.password_resets to lantaarn_worker;
