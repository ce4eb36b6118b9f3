-- Which office of a municipality answers what is no fault. The name is public, the address is not.
create table directory.kind_addresses (
  municipality text not null,
  kind text not null,
  version int not null,
  office text not null,
  email text not null,
  organisation text references directory.organisations (id),
  entered_at timestamptz not null,
  entered_by text not null,
  primary key (municipality, kind)
);
select platform.protect('directory.kind_addresses', 'municipality');
grant select, insert, update on directory.kind_addresses to lantaarn_app;
grant select on directory.kind_addresses to lantaarn_worker;
