-- How often was tried under one name, for all processes together; the name stands as a keyed digest.
create table identity.attempts (
  counter text not null,
  name_digest text not null,
  tries int not null,
  ends_at timestamptz not null,
  primary key (counter, name_digest)
);
create index attempts_by_end on identity.attempts (ends_at);

-- Codes of second factors that opened something already, while they would still be right.
create table identity.used_codes (
  account uuid not null references identity.accounts (id) on delete cascade,
  code_digest text not null,
  ends_at timestamptz not null,
  primary key (account, code_digest)
);

grant select, insert, update, delete on identity.attempts, identity.used_codes to lantaarn_worker;
