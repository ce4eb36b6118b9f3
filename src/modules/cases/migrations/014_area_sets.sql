-- The list of an area. Row-level security lets no index answer `areas ? …`; but a town has some hundred different sets
-- of areas, however many cases, and equality of a number is allowed. The list finds the sets that hold the area, and
-- merges the newest of each. Should another version of PostgreSQL digest otherwise, a set has two numbers: the same answer.
alter table cases.cases
  add column area_set bigint not null generated always as (hashtextextended(areas::text, 0)) stored;
create index cases_in_area_set on cases.cases (municipality, area_set, opened_at, id);
create index cases_in_area_set_by_category on cases.cases (municipality, area_set, category, opened_at, id);
-- What is no fault is rare in some towns, and half of what comes in elsewhere.
create index cases_no_fault on cases.cases (municipality, area_set, kind, opened_at, id) where kind <> 'fault';
