create schema directory;
grant usage on schema directory to lantaarn_app, lantaarn_worker;

-- National: an organisation is one, whatever the number of municipalities it works in.
create table directory.organisations (
  id text primary key,
  name text not null,
  kind text not null
);
grant select on directory.organisations to lantaarn_app;
grant select, insert, update on directory.organisations to lantaarn_worker;

-- Where an organisation is reached; the secret is wrapped by the program's master key.
create table directory.endpoints (
  organisation text primary key references directory.organisations (id),
  url text not null,
  wrapped_secret bytea not null
);
grant select, insert, update, delete on directory.endpoints to lantaarn_worker;

create table directory.municipalities (
  id text primary key,
  name text not null,
  organisation text not null references directory.organisations (id),
  boundary jsonb not null,
  contact_email text,
  is_served boolean not null
);
grant select on directory.municipalities to lantaarn_app, lantaarn_worker;
grant insert, update on directory.municipalities to lantaarn_worker;

-- A party: the role of an organisation in one municipality.
create table directory.parties (
  municipality text not null,
  organisation text not null references directory.organisations (id),
  primary key (municipality, organisation)
);
select platform.protect('directory.parties', 'municipality');
grant select, insert, delete on directory.parties to lantaarn_app;
grant select on directory.parties to lantaarn_worker;

-- Only the digest of a key is kept. A key is a municipality's or an organisation's.
create table directory.api_keys (
  digest bytea primary key,
  id uuid not null unique,
  kind text not null,
  municipality text,
  organisation text,
  label text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz
);
grant select, insert, update on directory.api_keys to lantaarn_worker;
