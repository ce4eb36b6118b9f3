-- By which projection the rows of a case were written, and of which version of it: an older program sets neither.
alter table cases.cases
  add column projection int,
  add column projected_version int;

-- Up to where the journal of a municipality was gone through for cases whose rows lack what a projection writes.
create table cases.completed (
  municipality text not null,
  projection int not null,
  position bigint not null,
  primary key (municipality, projection)
);
select platform.protect('cases.completed', 'municipality');
grant select, insert, update on cases.completed to lantaarn_app;
grant select on cases.completed to lantaarn_worker;
