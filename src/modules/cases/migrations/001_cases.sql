create schema cases;
grant usage on schema cases to lantaarn_app, lantaarn_worker;

-- Read tables: every row can be made again from the journal.
create table cases.cases (
  municipality text not null,
  id uuid not null,
  number text not null,
  version int not null,
  status text not null,
  closed_as text,
  category text not null,
  visibility text not null,
  priority text not null,
  lon double precision,
  lat double precision,
  cell bigint,
  areas jsonb not null,
  asset_id text,
  is_asset_uncertain boolean not null,
  is_history boolean not null,
  recurrence_of uuid,
  signals int not null,
  desk jsonb not null,
  is_at_desk boolean not null,
  owner_only text,
  contested int not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  reporter_by timestamptz,
  made_safe_at timestamptz,
  done_at timestamptz,
  closed_at timestamptz,
  primary key (municipality, id)
) with (fillfactor = 80);
create unique index cases_by_number on cases.cases (municipality, number);
create index cases_by_age on cases.cases (municipality, opened_at, id);
create index cases_by_category on cases.cases (municipality, category, opened_at, id);
create index cases_open_in_cell on cases.cases (municipality, cell)
  where status <> 'closed' and asset_id is null;
create index cases_of_asset on cases.cases (municipality, asset_id, opened_at) where asset_id is not null;
create index cases_at_desk on cases.cases (municipality, opened_at, id) where is_at_desk;

create table cases.signals (
  municipality text not null,
  id uuid not null,
  case_id uuid not null,
  source text not null,
  source_id text not null,
  received_at timestamptz not null,
  channel text not null,
  category text not null,
  person text,
  primary key (municipality, id)
);
create index signals_by_source on cases.signals (municipality, source, source_id, received_at);
create index signals_of_case on cases.signals (municipality, case_id);

create table cases.decisions (
  municipality text not null,
  id uuid not null,
  case_id uuid not null,
  routed_for text not null,
  decided_at timestamptz not null,
  body jsonb not null,
  primary key (municipality, id)
);
create index decisions_of_case on cases.decisions (municipality, case_id, decided_at);

create table cases.assignments (
  municipality text not null,
  id uuid not null,
  case_id uuid not null,
  number int not null,
  status text not null,
  category text not null,
  organisation text not null,
  agreement text not null,
  agreement_version int not null,
  decision_id uuid not null,
  held text,
  before uuid,
  waits_for jsonb not null,
  informed jsonb not null,
  revision int not null,
  party_by jsonb not null,
  offered_at timestamptz,
  delivered_at timestamptz,
  accepted_at timestamptz,
  planned_on date,
  started_at timestamptz,
  stopped_at timestamptz,
  made_safe_at timestamptz,
  ended_at timestamptz,
  opened_at timestamptz not null,
  primary key (municipality, id)
) with (fillfactor = 80);
create index assignments_of_case on cases.assignments (municipality, case_id, number);
create index assignments_by_age on cases.assignments (municipality, opened_at, id);
create index assignments_of_organisation on cases.assignments (organisation, opened_at, id);

create table cases.answers (
  municipality text not null,
  id uuid not null,
  case_id uuid not null,
  assignment_id uuid not null,
  answer text not null,
  answered_at timestamptz not null,
  answered_by text not null,
  details jsonb not null,
  primary key (municipality, id)
);
create index answers_of_case on cases.answers (municipality, case_id, answered_at);
create index answers_by_time on cases.answers (municipality, answered_at);

select platform.protect('cases.cases', 'municipality');
select platform.protect('cases.signals', 'municipality');
select platform.protect('cases.decisions', 'municipality');
select platform.protect('cases.assignments', 'municipality');
select platform.protect('cases.answers', 'municipality');

-- An organisation sees its own assignments in every municipality that it is a party of; it changes none by this.
create policy organisation on cases.assignments for select to lantaarn_app
  using (organisation = (select nullif(current_setting('lantaarn.organisation', true), '')));

grant select, insert, update, delete on cases.cases, cases.signals, cases.decisions, cases.assignments,
  cases.answers to lantaarn_app;
