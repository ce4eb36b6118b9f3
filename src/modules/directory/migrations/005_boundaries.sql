-- Every version of every boundary: since when it holds (null: always) and since when that is known (null: before moments
-- were kept). National, as municipalities are: each is told by its neighbours what is theirs. Only its own may be written.
create table directory.boundaries (
  id text not null,
  version int not null,
  epoch bigint not null,
  entered_at timestamptz,
  valid_from timestamptz,
  geometry jsonb not null,
  primary key (id, version)
);
alter table directory.boundaries enable row level security;
alter table directory.boundaries force row level security;
create policy everybody on directory.boundaries for select to lantaarn_app using (true);
create policy own_added on directory.boundaries for insert to lantaarn_app
  with check (id = (select current_setting('lantaarn.tenant', true)));
create policy own_dropped on directory.boundaries for delete to lantaarn_app
  using (id = (select current_setting('lantaarn.tenant', true)));
create policy worker on directory.boundaries to lantaarn_worker using (true) with check (true);
grant select, insert, delete on directory.boundaries to lantaarn_app;
grant select, insert on directory.boundaries to lantaarn_worker;

alter table directory.boundaries no force row level security;
insert into directory.boundaries (id, version, epoch, geometry)
select id, 1, 0, boundary from directory.municipalities;
alter table directory.boundaries force row level security;
alter table directory.municipalities drop column boundary;
