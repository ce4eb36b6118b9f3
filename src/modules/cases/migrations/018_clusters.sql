-- What the object of an open case hangs from, for as long as it may count there; and of a case of several objects, of what.
alter table cases.cases
  add column segment text,
  add column cabinet text,
  add column switching_area text,
  add column cluster_unit text,
  add column cluster jsonb,
  add column is_swallowed boolean not null default false;

create index cases_on_segment on cases.cases (municipality, segment) where segment is not null;
create index cases_on_cabinet on cases.cases (municipality, cabinet) where cabinet is not null;
create index cases_in_switching_area on cases.cases (municipality, switching_area) where switching_area is not null;
create index cases_of_several on cases.cases (municipality, cluster_unit) where cluster_unit is not null;
-- The cases that another one has taken in.
create index cases_joined_into on cases.cases (municipality, joined_into) where joined_into is not null;
