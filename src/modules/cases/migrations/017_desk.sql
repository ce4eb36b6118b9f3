-- What waits for a person of the desk beside its reasons, and what case has the reports of one that was joined.
alter table cases.cases
  add column to_release jsonb not null default '[]',
  add column to_tell jsonb not null default '[]',
  add column joined_into uuid,
  add column needs_person boolean not null default false;

-- What is there already: the owner, too, is held to row-level security while it is forced. Nobody was told by hand before,
-- and of words nobody noted whether there were any: photos are what can wait.
alter table cases.cases no force row level security;
alter table cases.photos no force row level security;
alter table cases.signals no force row level security;
alter table cases.publications no force row level security;
update cases.cases c
set to_release = w.signals
from (
  select s.municipality, s.case_id, jsonb_agg(s.id order by s.received_at, s.id) as signals
  from cases.signals s
  where exists (
    select from cases.photos p where p.municipality = s.municipality and p.signal_id = s.id
  ) and not exists (
    select from cases.publications b where b.municipality = s.municipality and b.id = s.id
  )
  group by s.municipality, s.case_id
) w
where c.municipality = w.municipality and c.id = w.case_id and c.status <> 'closed'
  and c.visibility = 'public' and c.kind = 'fault' and not c.is_history;
update cases.cases set needs_person = true
where is_at_desk or to_release <> '[]';
alter table cases.cases force row level security;
alter table cases.photos force row level security;
alter table cases.signals force row level security;
alter table cases.publications force row level security;

-- Few of all cases wait for a person: all of them are read, to be ordered and counted.
create index cases_needing_a_person on cases.cases (municipality, opened_at, id) where needs_person;

-- All that one person reported, in one thread.
create index signals_of_person on cases.signals (municipality, person, received_at) where person is not null;
