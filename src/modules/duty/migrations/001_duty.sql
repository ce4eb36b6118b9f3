create schema duty;
grant usage on schema duty to lantaarn_app, lantaarn_worker;

-- Who is called when it is dangerous. Names and addresses stand in the vault, under the id of the roster.
create table duty.rosters (
  municipality text not null,
  id text not null,
  version int not null,
  entered_at timestamptz not null,
  entered_by text not null,
  body jsonb not null,
  primary key (municipality, id)
);
select platform.protect('duty.rosters', 'municipality');
grant select, insert, update, delete on duty.rosters to lantaarn_app;
grant select on duty.rosters to lantaarn_worker;
