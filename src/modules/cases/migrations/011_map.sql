-- How many cases there are in each cell, so that a map of a million reads some ten thousand rows. Kept by the
-- database itself: whatever statement writes a case, be it a report, an import or a rebuild, the count follows.
create table cases.cells (
  municipality text not null,
  cell bigint not null,
  category text not null,
  status text not null,
  visibility text not null,
  cases int not null,
  primary key (municipality, cell, category, status, visibility)
) with (fillfactor = 80);

create function cases.count_arrived() returns trigger language plpgsql as $$
begin
  insert into cases.cells as k (municipality, cell, category, status, visibility, cases)
  select municipality, cell, category, status, visibility, count(*)
  from arrived
  where cell is not null
  group by municipality, cell, category, status, visibility
  on conflict (municipality, cell, category, status, visibility)
    do update set cases = k.cases + excluded.cases;
  return null;
end $$;

-- Most updates move no case to another row of the count: they write nothing here.
create function cases.count_moved() returns trigger language plpgsql as $$
begin
  insert into cases.cells as k (municipality, cell, category, status, visibility, cases)
  select municipality, cell, category, status, visibility, sum(n)
  from (
    select municipality, cell, category, status, visibility, 1 as n from arrived
    union all
    select municipality, cell, category, status, visibility, -1 from departed
  ) both_sides
  where cell is not null
  group by municipality, cell, category, status, visibility
  having sum(n) <> 0
  on conflict (municipality, cell, category, status, visibility)
    do update set cases = k.cases + excluded.cases;
  return null;
end $$;

create function cases.count_departed() returns trigger language plpgsql as $$
begin
  update cases.cells k
  set cases = k.cases - gone.n
  from (
    select municipality, cell, category, status, visibility, count(*) as n
    from departed
    where cell is not null
    group by municipality, cell, category, status, visibility
  ) gone
  where k.municipality = gone.municipality and k.cell = gone.cell and k.category = gone.category
    and k.status = gone.status and k.visibility = gone.visibility;
  return null;
end $$;

create trigger count_arrived after insert on cases.cases
  referencing new table as arrived
  for each statement execute function cases.count_arrived();
create trigger count_moved after update on cases.cases
  referencing old table as departed new table as arrived
  for each statement execute function cases.count_moved();
create trigger count_departed after delete on cases.cases
  referencing old table as departed
  for each statement execute function cases.count_departed();

-- What is there already, of every municipality: the owner, too, is held to row-level security while it is forced.
alter table cases.cases no force row level security;
insert into cases.cells (municipality, cell, category, status, visibility, cases)
select municipality, cell, category, status, visibility, count(*)
from cases.cases
where cell is not null
group by municipality, cell, category, status, visibility;
alter table cases.cases force row level security;

-- From a row of the count to its cases.
create index cases_in_cell on cases.cases (municipality, cell, status, category) where cell is not null;
-- The newest of one status among a million of another.
create index cases_by_status on cases.cases (municipality, status, opened_at, id);

select platform.protect('cases.cells', 'municipality');
grant select, insert, update, delete on cases.cells to lantaarn_app;
