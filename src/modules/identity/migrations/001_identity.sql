create schema identity;
grant usage on schema identity to lantaarn_worker, lantaarn_app;

-- National: a person has one account, whatever the number of municipalities they work for. No table of this schema
-- but `roles` and `processings` can be read by the role that answers requests.
-- `email` is a keyed digest in the form of an address: the name and the address themselves stand wrapped, apart.
create table identity.accounts (
  id uuid primary key,
  name text not null,
  email text not null unique,
  is_verified boolean not null,
  image text,
  has_second_factor boolean,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table identity.people (
  account uuid primary key references identity.accounts (id) on delete cascade,
  wrapped bytea not null
);

create table identity.sessions (
  id uuid primary key,
  account uuid not null references identity.accounts (id) on delete cascade,
  token text not null unique,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_account on identity.sessions (account);

-- How an account is proved: a password, or an issuer with the name that it gave the person.
create table identity.sign_ins (
  id uuid primary key,
  account uuid not null references identity.accounts (id) on delete cascade,
  provider text not null,
  subject text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider, subject)
);
create index sign_ins_account on identity.sign_ins (account);

create table identity.verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verifications_identifier on identity.verifications (identifier);

-- Who was sent to an OIDC provider and has not come back: found by a digest of the state, and taken once.
create table identity.departures (
  state_digest bytea primary key,
  wrapped bytea not null,
  expires_at timestamptz not null
);

create table identity.second_factors (
  id uuid primary key,
  account uuid not null references identity.accounts (id) on delete cascade,
  secret text not null,
  recovery_codes text not null,
  is_verified boolean,
  failures int,
  locked_until timestamptz
);
create index second_factors_account on identity.second_factors (account);

create table identity.passkeys (
  id uuid primary key,
  account uuid not null references identity.accounts (id) on delete cascade,
  name text,
  public_key text not null,
  credential text not null unique,
  counter int not null,
  device_type text not null,
  is_backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index passkeys_account on identity.passkeys (account);

grant select, insert, update, delete on identity.accounts, identity.people, identity.sessions, identity.sign_ins,
  identity.verifications, identity.departures, identity.second_factors, identity.passkeys to lantaarn_worker;

-- Which role an account has in one municipality. A deputy names the grant that it stands in for, and has no role of
-- its own.
create table identity.roles (
  municipality text not null,
  id uuid not null,
  version int not null,
  account uuid not null,
  role text not null,
  organisation text,
  areas jsonb,
  up_to_cents bigint,
  deputy_for uuid,
  from_at timestamptz not null,
  until_at timestamptz,
  granted_at timestamptz not null,
  granted_by text not null,
  ended_at timestamptz,
  primary key (municipality, id)
);
create index roles_account on identity.roles (account);
select platform.protect('identity.roles', 'municipality');
grant select, insert, update on identity.roles to lantaarn_app;
grant select on identity.roles to lantaarn_worker;

-- Who was invited to which role; the address stands wrapped, until it was used or has ended.
create table identity.invitations (
  municipality text not null,
  id uuid not null,
  wrapped_address bytea,
  role jsonb not null,
  invited_at timestamptz not null,
  invited_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  account uuid,
  primary key (municipality, id)
);
select platform.protect('identity.invitations', 'municipality');
grant select, insert, update on identity.invitations to lantaarn_app, lantaarn_worker;

-- Every sight of personal data: one row a processing and a person it is about (Logboek Dataverwerkingen 1.0).
create table identity.processings (
  municipality text not null,
  id uuid not null,
  trace_id text not null,
  span_id text not null,
  status text not null,
  name text not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  activity text not null,
  wrapped_subject bytea not null,
  subject_digest text not null,
  subject_type text not null,
  by_whom text not null,
  primary key (municipality, id)
);
create index processings_by_start on identity.processings (municipality, start_at, id);
create index processings_by_subject on identity.processings (municipality, subject_digest, start_at, id);
select platform.protect('identity.processings', 'municipality');
-- Nobody who serves can change or take away what was written.
grant select, insert on identity.processings to lantaarn_app;
grant select on identity.processings to lantaarn_worker;
