-- Every version of what the municipality stated that it enforces or leaves, with the moment since which it is known.
create table agreements.roles (
  municipality text not null,
  id text not null,
  version int not null,
  epoch bigint not null,
  entered_at timestamptz not null,
  entered_by text not null,
  body jsonb not null,
  primary key (municipality, id, version)
);
select platform.protect('agreements.roles', 'municipality');
grant select, insert, delete on agreements.roles to lantaarn_app;
