create schema places;
grant usage on schema places to lantaarn_app, lantaarn_worker;

-- The version that everybody sees; an import prepares the next one and then moves this number.
create table places.versions (
  municipality text primary key,
  version int not null
);

create table places.areas (
  municipality text not null,
  id text not null,
  since_version int not null,
  until_version int,
  kind text not null,
  name text not null,
  manager text,
  geometry jsonb not null,
  primary key (municipality, id, since_version)
);

create table places.assets (
  municipality text not null,
  id text not null,
  since_version int not null,
  until_version int,
  type text not null,
  public_number text,
  lon double precision not null,
  lat double precision not null,
  h3 bigint not null,
  street text,
  owner text,
  manager text,
  maintainer text,
  parent text,
  primary key (municipality, id, since_version)
);
create index assets_by_cell on places.assets (municipality, h3);
create index assets_by_number on places.assets (municipality, public_number);

select platform.protect('places.versions', 'municipality');
select platform.protect('places.areas', 'municipality');
select platform.protect('places.assets', 'municipality');
grant select, insert, update, delete on places.versions, places.areas, places.assets to lantaarn_app;
grant select on places.versions, places.areas, places.assets to lantaarn_worker;
