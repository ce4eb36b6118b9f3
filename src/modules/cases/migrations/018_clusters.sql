-- What the object of an open case hangs from, for as long as it may count there; and of a case of several objects, of what.
alter table cases.cases
  add column segment text,
  add column cabinet text,
  add column switching_area text,
  add column cluster_unit text,
  add column cluster jsonb,
  add column is_swallowed boolean not null default false;
