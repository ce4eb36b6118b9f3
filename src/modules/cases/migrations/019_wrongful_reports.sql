-- What a party ended as not its own. How it stands follows from this, from its agreement and from the date.
create table cases.wrongful_reports (
  municipality text not null,
  id uuid not null,
  case_id uuid not null,
  organisation text not null,
  agreement text not null,
  agreement_version int not null,
  category text not null,
  answer text not null,
  reason text not null,
  known_at timestamptz not null,
  counts_from date not null,
  stage text not null,
  stage_at timestamptz,
  contrary jsonb,
  contrary_at timestamptz,
  steps jsonb not null,
  primary key (municipality, id)
);
create index wrongful_reports_by_age on cases.wrongful_reports (municipality, known_at, id);
create index wrongful_reports_of_organisation on cases.wrongful_reports (organisation, known_at, id);

-- What is there already: the owner, too, is held to row-level security while it is forced. Until now nobody took a step,
-- and what came back to the same party is told as the projection tells it.
alter table cases.cases no force row level security;
alter table cases.assignments no force row level security;
alter table cases.answers no force row level security;
insert into cases.wrongful_reports
select a.municipality, a.id, a.case_id, a.organisation, a.agreement, a.agreement_version, a.category,
  w.answer, coalesce(w.details ->> 'reason', w.details ->> 'cause'), a.ended_at,
  (greatest(a.ended_at, again.ended_at) at time zone 'Europe/Amsterdam')::date,
  'open', null, again.contrary,
  to_timestamp((again.contrary ->> 'at_ms')::numeric / 1000), '[]'
from cases.assignments a
join cases.cases c on c.municipality = a.municipality and c.id = a.case_id and not c.is_history
join lateral (
  select n.answer, n.details from cases.answers n
  where n.municipality = a.municipality and n.case_id = a.case_id and n.assignment_id = a.id
    and n.answer = a.status
  order by n.answered_at desc limit 1
) w on true
cross join lateral (
  select max(l.ended_at) filter (where l.status <> 'done') as ended_at,
    (array_agg(
      case l.status
        when 'done' then jsonb_build_object('kind', 'done', 'assignmentId', l.id,
          'at_ms', floor(extract(epoch from l.ended_at) * 1000)::bigint)
        else jsonb_build_object('kind', 'given-again', 'assignmentId', l.id,
          'at_ms', floor(extract(epoch from l.offered_at) * 1000)::bigint)
      end order by l.number desc
    ) filter (where l.status in ('done', 'offered', 'accepted', 'planned', 'started')))[1] as contrary
  from cases.assignments l
  where l.municipality = a.municipality and l.case_id = a.case_id and l.number > a.number
    and l.organisation = a.organisation and l.category = a.category and l.offered_at is not null
) again
where a.status in ('not-ours', 'passed-on') and a.ended_at is not null;
alter table cases.cases force row level security;
alter table cases.assignments force row level security;
alter table cases.answers force row level security;

select platform.protect('cases.wrongful_reports', 'municipality');
-- A party sees its own in every municipality that it is a party of; it changes none by this.
create policy organisation on cases.wrongful_reports for select to lantaarn_app
  using (organisation = (select nullif(current_setting('lantaarn.organisation', true), '')));
grant select, insert, update, delete on cases.wrongful_reports to lantaarn_app;
