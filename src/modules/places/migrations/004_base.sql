-- The plain base of the map, cut into tiles when it is imported: to show one is to read one row. An import prepares the
-- tiles of the next version, seen by nobody, and then moves this number.
create table places.bases (
  municipality text primary key,
  version int not null,
  source text not null,
  features int not null,
  tiles int not null,
  imported_at timestamptz not null
);

create table places.base_tiles (
  municipality text not null,
  version int not null,
  z int not null,
  x int not null,
  y int not null,
  tile bytea not null,
  primary key (municipality, version, z, x, y)
);
-- They are packed as they are: PostgreSQL need not try it again.
alter table places.base_tiles alter column tile set storage external;

select platform.protect('places.bases', 'municipality');
select platform.protect('places.base_tiles', 'municipality');
grant select, insert, update, delete on places.bases, places.base_tiles to lantaarn_app;
grant select on places.bases, places.base_tiles to lantaarn_worker;
