-- Until when whoever put it there answers for it.
alter table places.assets add column warranty_until date;

-- An import that prepares, or prepared, a version. What it staged stands in the versioned tables under that version,
-- seen by nobody; `staged` says how many of its rows are there, so that one that was killed goes on from there.
create table places.imports (
  municipality text not null,
  id text not null,
  source text not null,
  version int not null,
  staged int not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (municipality, id)
);
select platform.protect('places.imports', 'municipality');
grant select, insert, update, delete on places.imports to lantaarn_app;
