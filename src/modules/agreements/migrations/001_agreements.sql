create schema agreements;
grant usage on schema agreements to lantaarn_app, lantaarn_worker;

-- Every version of every agreement, with the moment since which it is known.
create table agreements.versions (
  municipality text not null,
  id text not null,
  version int not null,
  epoch bigint not null,
  entered_at timestamptz not null,
  entered_by text not null,
  body jsonb not null,
  primary key (municipality, id, version)
);
select platform.protect('agreements.versions', 'municipality');
grant select, insert, delete on agreements.versions to lantaarn_app;
grant select on agreements.versions to lantaarn_worker;
