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

select platform.protect('cases.wrongful_reports', 'municipality');
-- A party sees its own in every municipality that it is a party of; it changes none by this.
create policy organisation on cases.wrongful_reports for select to lantaarn_app
  using (organisation = (select nullif(current_setting('lantaarn.organisation', true), '')));
grant select, insert, update, delete on cases.wrongful_reports to lantaarn_app;
