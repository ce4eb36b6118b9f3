create schema agreements
  grant usage to lantaarn_app
  grant usage to lantaarn_worker

create table agreements.drafts
  municipality text not null
  id text not null
  version integer not null
  status text not null
  body jsonb not null
  base jsonb not null
  entered_at timestamp with time zone not null
  entered_by text not null
  simulated jsonb
  settled_at timestamp with time zone
  settled_by text
  constraint drafts_pkey PRIMARY KEY (municipality, id)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app

create table agreements.roles
  municipality text not null
  id text not null
  version integer not null
  epoch bigint not null
  entered_at timestamp with time zone not null
  entered_by text not null
  body jsonb not null
  constraint roles_pkey PRIMARY KEY (municipality, id, version)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select to lantaarn_app

create table agreements.versions
  municipality text not null
  id text not null
  version integer not null
  epoch bigint not null
  entered_at timestamp with time zone not null
  entered_by text not null
  body jsonb not null
  constraint versions_pkey PRIMARY KEY (municipality, id, version)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select to lantaarn_app
  grant select to lantaarn_worker

create schema cases
  grant usage to lantaarn_app
  grant usage to lantaarn_worker

create table cases.answers
  municipality text not null
  id uuid not null
  case_id uuid not null
  assignment_id uuid not null
  answer text not null
  answered_at timestamp with time zone not null
  answered_by text not null
  details jsonb not null
  constraint answers_pkey PRIMARY KEY (municipality, id)
  CREATE INDEX answers_by_time ON cases.answers USING btree (municipality, answered_at)
  CREATE INDEX answers_of_case ON cases.answers USING btree (municipality, case_id, answered_at)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app

create table cases.assignments
  municipality text not null
  id uuid not null
  case_id uuid not null
  number integer not null
  status text not null
  category text not null
  organisation text not null
  agreement text not null
  agreement_version integer not null
  decision_id uuid not null
  held text
  before uuid
  waits_for jsonb not null
  informed jsonb not null
  revision integer not null
  party_by jsonb not null
  offered_at timestamp with time zone
  delivered_at timestamp with time zone
  accepted_at timestamp with time zone
  planned_on date
  started_at timestamp with time zone
  stopped_at timestamp with time zone
  made_safe_at timestamp with time zone
  ended_at timestamp with time zone
  opened_at timestamp with time zone not null
  on_site_at timestamp with time zone
  working_at timestamp with time zone
  because jsonb
  suspension jsonb
  terms_kept jsonb not null default '[]'::jsonb
  terms_broken jsonb not null default '[]'::jsonb
  constraint assignments_pkey PRIMARY KEY (municipality, id)
  CREATE INDEX assignments_by_age ON cases.assignments USING btree (municipality, opened_at, id)
  CREATE INDEX assignments_of_case ON cases.assignments USING btree (municipality, case_id, number)
  CREATE INDEX assignments_of_organisation ON cases.assignments USING btree (organisation, opened_at, id)
  CREATE INDEX assignments_open_under ON cases.assignments USING btree (municipality, agreement, case_id) WHERE ((ended_at IS NULL) AND (started_at IS NULL))
  row level security enabled, forced
  permissive policy organisation for select to lantaarn_app using ((organisation = ( SELECT NULLIF(current_setting('lantaarn.organisation'::text, true), ''::text) AS "nullif")))
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app

create table cases.cases
  municipality text not null
  id uuid not null
  number text not null
  version integer not null
  status text not null
  closed_as text
  category text not null
  visibility text not null
  priority text not null
  lon double precision
  lat double precision
  cell bigint
  areas jsonb not null
  asset_id text
  is_asset_uncertain boolean not null
  is_history boolean not null
  recurrence_of uuid
  signals integer not null
  desk jsonb not null
  is_at_desk boolean not null
  owner_only text
  contested integer not null
  opened_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  reporter_by timestamp with time zone
  made_safe_at timestamp with time zone
  done_at timestamp with time zone
  closed_at timestamp with time zone
  duty jsonb
  kind text not null default 'fault'::text
  forwarded_to text
  question jsonb
  area_set bigint not null generated always as (hashtextextended((areas)::text, (0)::bigint)) stored
  has_threat boolean not null
  closed_because text
  to_release jsonb not null default '[]'::jsonb
  to_tell jsonb not null default '[]'::jsonb
  joined_into uuid
  needs_person boolean not null default false
  segment text
  cabinet text
  switching_area text
  cluster_unit text
  cluster jsonb
  is_swallowed boolean not null default false
  projection integer
  projected_version integer
  constraint cases_pkey PRIMARY KEY (municipality, id)
  CREATE INDEX cases_at_desk ON cases.cases USING btree (municipality, opened_at, id) WHERE is_at_desk
  CREATE INDEX cases_by_age ON cases.cases USING btree (municipality, opened_at, id)
  CREATE INDEX cases_by_category ON cases.cases USING btree (municipality, category, opened_at, id)
  CREATE UNIQUE INDEX cases_by_number ON cases.cases USING btree (municipality, number)
  CREATE INDEX cases_by_status ON cases.cases USING btree (municipality, status, opened_at, id)
  CREATE INDEX cases_in_area_set ON cases.cases USING btree (municipality, area_set, opened_at, id)
  CREATE INDEX cases_in_area_set_by_category ON cases.cases USING btree (municipality, area_set, category, opened_at, id)
  CREATE INDEX cases_in_cell ON cases.cases USING btree (municipality, cell, status, category) WHERE (cell IS NOT NULL)
  CREATE INDEX cases_in_switching_area ON cases.cases USING btree (municipality, switching_area) WHERE (switching_area IS NOT NULL)
  CREATE INDEX cases_joined_into ON cases.cases USING btree (municipality, joined_into) WHERE (joined_into IS NOT NULL)
  CREATE INDEX cases_needing_a_person ON cases.cases USING btree (municipality, opened_at, id) WHERE needs_person
  CREATE INDEX cases_no_fault ON cases.cases USING btree (municipality, area_set, kind, opened_at, id) WHERE (kind <> 'fault'::text)
  CREATE INDEX cases_of_asset ON cases.cases USING btree (municipality, asset_id, opened_at) WHERE (asset_id IS NOT NULL)
  CREATE INDEX cases_of_several ON cases.cases USING btree (municipality, cluster_unit) WHERE (cluster_unit IS NOT NULL)
  CREATE INDEX cases_on_cabinet ON cases.cases USING btree (municipality, cabinet) WHERE (cabinet IS NOT NULL)
  CREATE INDEX cases_on_segment ON cases.cases USING btree (municipality, segment) WHERE (segment IS NOT NULL)
  CREATE INDEX cases_open_in_cell ON cases.cases USING btree (municipality, cell) WHERE ((status <> 'closed'::text) AND (asset_id IS NULL))
  CREATE TRIGGER count_arrived AFTER INSERT ON cases.cases REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION cases.count_arrived()
  CREATE TRIGGER count_departed AFTER DELETE ON cases.cases REFERENCING OLD TABLE AS departed FOR EACH STATEMENT EXECUTE FUNCTION cases.count_departed()
  CREATE TRIGGER count_moved AFTER UPDATE ON cases.cases REFERENCING OLD TABLE AS departed NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION cases.count_moved()
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app

create table cases.cells
  municipality text not null
  cell bigint not null
  category text not null
  status text not null
  visibility text not null
  cases integer not null
  constraint cells_pkey PRIMARY KEY (municipality, cell, category, status, visibility)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app

create table cases.circuit_cases
  municipality text not null
  id uuid not null
  circuit text
  number text
  category text
  constraint circuit_cases_pkey PRIMARY KEY (municipality, id)
  CREATE INDEX circuit_cases_on_circuit ON cases.circuit_cases USING btree (circuit) WHERE (circuit IS NOT NULL)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy told_to_all for select to lantaarn_app using ((circuit IS NOT NULL))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create table cases.completed
  municipality text not null
  projection integer not null
  "position" bigint not null
  constraint completed_pkey PRIMARY KEY (municipality, projection)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant insert, select, update to lantaarn_app
  grant select to lantaarn_worker

CREATE OR REPLACE FUNCTION cases.count_arrived()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into cases.cells as k (municipality, cell, category, status, visibility, cases)
  select municipality, cell, category, status, visibility, count(*)
  from arrived
  where cell is not null
  group by municipality, cell, category, status, visibility
  on conflict (municipality, cell, category, status, visibility)
    do update set cases = k.cases + excluded.cases;
  return null;
end $function$

CREATE OR REPLACE FUNCTION cases.count_departed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION cases.count_moved()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$

create table cases.decisions
  municipality text not null
  id uuid not null
  case_id uuid not null
  routed_for text not null
  decided_at timestamp with time zone not null
  body jsonb not null
  constraint decisions_pkey PRIMARY KEY (municipality, id)
  CREATE INDEX decisions_of_case ON cases.decisions USING btree (municipality, case_id, decided_at)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app

create table cases.photos
  municipality text not null
  id uuid not null
  case_id uuid not null
  signal_id uuid
  assignment_id uuid
  answer_id uuid
  key_id text not null
  digest text not null
  file text not null
  thumbnail text not null
  width integer not null
  height integer not null
  bytes integer not null
  created_at timestamp with time zone not null
  constraint photos_pkey PRIMARY KEY (municipality, id)
  CREATE INDEX photos_by_file ON cases.photos USING btree (municipality, file)
  CREATE INDEX photos_by_thumbnail ON cases.photos USING btree (municipality, thumbnail)
  CREATE INDEX photos_of_case ON cases.photos USING btree (municipality, case_id, created_at)
  CREATE INDEX photos_of_nobody ON cases.photos USING btree (municipality, created_at) WHERE ((assignment_id IS NOT NULL) AND (answer_id IS NULL))
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app

create table cases.publications
  municipality text not null
  id uuid not null
  case_id uuid not null
  publication_id uuid not null
  has_text boolean not null
  photos jsonb not null
  published_at timestamp with time zone not null
  is_withdrawn boolean not null
  constraint publications_pkey PRIMARY KEY (municipality, id)
  CREATE INDEX publications_of_case ON cases.publications USING btree (municipality, case_id)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app

create table cases.signals
  municipality text not null
  id uuid not null
  case_id uuid not null
  source text not null
  source_id text not null
  received_at timestamp with time zone not null
  channel text not null
  category text not null
  person text
  kind text not null default 'fault'::text
  entered_by text
  is_on_behalf boolean not null default false
  may_publish boolean
  constraint signals_pkey PRIMARY KEY (municipality, id)
  CREATE INDEX signals_by_source ON cases.signals USING btree (municipality, source, source_id, received_at)
  CREATE INDEX signals_of_case ON cases.signals USING btree (municipality, case_id)
  CREATE INDEX signals_of_person ON cases.signals USING btree (municipality, person, received_at) WHERE (person IS NOT NULL)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app

create table cases.wrongful_reports
  municipality text not null
  id uuid not null
  case_id uuid not null
  organisation text not null
  agreement text not null
  agreement_version integer not null
  category text not null
  answer text not null
  reason text not null
  known_at timestamp with time zone not null
  counts_from date not null
  stage text not null
  stage_at timestamp with time zone
  contrary jsonb
  contrary_at timestamp with time zone
  steps jsonb not null
  constraint wrongful_reports_pkey PRIMARY KEY (municipality, id)
  CREATE INDEX wrongful_reports_by_age ON cases.wrongful_reports USING btree (municipality, known_at, id)
  CREATE INDEX wrongful_reports_of_organisation ON cases.wrongful_reports USING btree (organisation, known_at, id)
  row level security enabled, forced
  permissive policy organisation for select to lantaarn_app using ((organisation = ( SELECT NULLIF(current_setting('lantaarn.organisation'::text, true), ''::text) AS "nullif")))
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app

create schema categories
  grant usage to lantaarn_app
  grant usage to lantaarn_worker

create table categories.categories
  municipality text not null
  id text not null
  body jsonb not null
  version integer not null
  epoch bigint not null
  entered_at timestamp with time zone
  valid_from timestamp with time zone
  constraint categories_pkey PRIMARY KEY (municipality, id, version)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create schema delivery
  grant usage to lantaarn_app
  grant usage to lantaarn_worker

create table delivery.attempts
  municipality text not null
  id uuid not null
  at timestamp with time zone not null
  message uuid
  assignment uuid
  organisation text
  kind text not null
  host text
  type text not null
  attempt integer not null
  took_ms integer not null
  outcome text not null
  status integer
  answer text
  error text
  next_at timestamp with time zone
  constraint attempts_pkey PRIMARY KEY (municipality, id)
  CREATE INDEX attempts_at ON delivery.attempts USING brin (at)
  CREATE INDEX attempts_of_assignment ON delivery.attempts USING btree (municipality, assignment, id)
  CREATE INDEX attempts_of_organisation ON delivery.attempts USING btree (organisation, id)
  row level security enabled, forced
  permissive policy organisation for select to lantaarn_app using ((organisation = ( SELECT NULLIF(current_setting('lantaarn.organisation'::text, true), ''::text) AS "nullif")))
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant select to lantaarn_app
  grant delete, insert, select to lantaarn_worker

create table delivery.digest_lines
  municipality text not null
  message uuid not null
  digest uuid not null
  assignment uuid not null
  organisation text not null
  gathered_at timestamp with time zone not null
  is_listed boolean not null default false
  told_at timestamp with time zone
  constraint digest_lines_pkey PRIMARY KEY (municipality, message)
  CREATE INDEX digest_lines_of_assignment ON delivery.digest_lines USING btree (municipality, assignment)
  CREATE INDEX digest_lines_of_digest ON delivery.digest_lines USING btree (municipality, digest)
  CREATE INDEX digest_lines_told ON delivery.digest_lines USING brin (told_at)
  row level security enabled, forced
  permissive policy organisation for select to lantaarn_app using ((organisation = ( SELECT NULLIF(current_setting('lantaarn.organisation'::text, true), ''::text) AS "nullif")))
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant select to lantaarn_app
  grant delete, insert, select, update to lantaarn_worker

create table delivery.foreign_polls
  municipality text not null
  organisation text not null
  next_at timestamp with time zone not null
  leased_until timestamp with time zone
  failures integer not null default 0
  updates_from timestamp with time zone not null
  last_error text
  constraint foreign_polls_pkey PRIMARY KEY (municipality, organisation)
  CREATE INDEX foreign_polls_due ON delivery.foreign_polls USING btree (next_at)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant select to lantaarn_app
  grant delete, insert, select, update to lantaarn_worker

create table delivery.foreign_requests
  municipality text not null
  assignment uuid not null
  organisation text not null
  asked_at timestamp with time zone
  is_asked_again boolean not null default false
  token text
  foreign_id text
  received_at timestamp with time zone
  is_followed boolean not null default true
  word text
  word_at timestamp with time zone
  meaning text
  refusal text
  notes text
  seen_updates text[] not null default '{}'::text[]
  looked_at timestamp with time zone
  constraint foreign_requests_pkey PRIMARY KEY (municipality, assignment)
  CREATE INDEX foreign_requests_followed ON delivery.foreign_requests USING btree (municipality, organisation, looked_at) WHERE (is_followed AND (foreign_id IS NOT NULL))
  row level security enabled, forced
  permissive policy organisation for select to lantaarn_app using ((organisation = ( SELECT NULLIF(current_setting('lantaarn.organisation'::text, true), ''::text) AS "nullif")))
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant select to lantaarn_app
  grant delete, insert, select, update to lantaarn_worker

create table delivery.rests
  destination text not null
  failures integer not null
  since timestamp with time zone not null
  until timestamp with time zone not null
  constraint rests_pkey PRIMARY KEY (destination)
  row level security DISABLED, NOT FORCED
  grant select to lantaarn_app
  grant delete, insert, select, update to lantaarn_worker

create table delivery.templates
  municipality text not null
  kind text not null
  locale text not null
  subject text not null
  body text not null
  changed_at timestamp with time zone not null
  changed_by text not null
  constraint templates_pkey PRIMARY KEY (municipality, kind, locale)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create schema directory
  grant usage to lantaarn_app
  grant usage to lantaarn_worker

create table directory.api_keys
  digest bytea not null
  id uuid not null
  kind text not null
  municipality text
  organisation text
  label text not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone
  revoked_at timestamp with time zone
  actions text[]
  created_by text
  constraint api_keys_id_key UNIQUE (id)
  constraint api_keys_pkey PRIMARY KEY (digest)
  CREATE INDEX api_keys_municipality ON directory.api_keys USING btree (municipality, id)
  row level security DISABLED, NOT FORCED
  grant insert, select, update to lantaarn_worker

create table directory.boundaries
  id text not null
  version integer not null
  epoch bigint not null
  entered_at timestamp with time zone
  valid_from timestamp with time zone
  geometry jsonb not null
  constraint boundaries_pkey PRIMARY KEY (id, version)
  row level security enabled, forced
  permissive policy everybody for select to lantaarn_app using (true)
  permissive policy own_added for insert to lantaarn_app with check ((id = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy own_dropped for delete to lantaarn_app using ((id = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select to lantaarn_app
  grant insert, select to lantaarn_worker

create table directory.endpoints
  organisation text not null
  url text not null
  wrapped_secret bytea not null
  kind text not null default 'webhook'::text
  settings jsonb not null default '{}'::jsonb
  most_at_once integer
  most_per_minute integer
  constraint endpoints_organisation_fkey FOREIGN KEY (organisation) REFERENCES directory.organisations(id)
  constraint endpoints_pkey PRIMARY KEY (organisation)
  row level security DISABLED, NOT FORCED
  grant delete, insert, select, update to lantaarn_worker

create table directory.kind_addresses
  municipality text not null
  kind text not null
  version integer not null
  office text not null
  email text not null
  organisation text
  entered_at timestamp with time zone not null
  entered_by text not null
  constraint kind_addresses_organisation_fkey FOREIGN KEY (organisation) REFERENCES directory.organisations(id)
  constraint kind_addresses_pkey PRIMARY KEY (municipality, kind)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create table directory.mail_addresses
  organisation text not null
  wrapped_address bytea not null
  locale text not null
  constraint mail_addresses_organisation_fkey FOREIGN KEY (organisation) REFERENCES directory.organisations(id)
  constraint mail_addresses_pkey PRIMARY KEY (organisation)
  row level security DISABLED, NOT FORCED
  grant delete, insert, select, update to lantaarn_worker

create table directory.municipalities
  id text not null
  name text not null
  organisation text not null
  contact_email text
  is_served boolean not null
  constraint municipalities_organisation_fkey FOREIGN KEY (organisation) REFERENCES directory.organisations(id)
  constraint municipalities_pkey PRIMARY KEY (id)
  row level security DISABLED, NOT FORCED
  grant select to lantaarn_app
  grant insert, select, update to lantaarn_worker

create table directory.organisations
  id text not null
  name text not null
  kind text not null
  constraint organisations_pkey PRIMARY KEY (id)
  row level security DISABLED, NOT FORCED
  grant select to lantaarn_app
  grant insert, select, update to lantaarn_worker

create table directory.parties
  municipality text not null
  organisation text not null
  constraint parties_organisation_fkey FOREIGN KEY (organisation) REFERENCES directory.organisations(id)
  constraint parties_pkey PRIMARY KEY (municipality, organisation)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select to lantaarn_app
  grant select to lantaarn_worker

create schema duty
  grant usage to lantaarn_app
  grant usage to lantaarn_worker

create table duty.rosters
  municipality text not null
  id text not null
  version integer not null
  entered_at timestamp with time zone not null
  entered_by text not null
  body jsonb not null
  constraint rosters_pkey PRIMARY KEY (municipality, id)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create schema identity
  grant usage to lantaarn_app
  grant usage to lantaarn_worker

create table identity.accounts
  id uuid not null
  name text not null
  email text not null
  is_verified boolean not null
  image text
  has_second_factor boolean
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  constraint accounts_email_key UNIQUE (email)
  constraint accounts_pkey PRIMARY KEY (id)
  row level security DISABLED, NOT FORCED
  grant delete, insert, select, update to lantaarn_worker

create table identity.attempts
  counter text not null
  name_digest text not null
  tries integer not null
  ends_at timestamp with time zone not null
  constraint attempts_pkey PRIMARY KEY (counter, name_digest)
  CREATE INDEX attempts_by_end ON identity.attempts USING btree (ends_at)
  row level security DISABLED, NOT FORCED
  grant delete, insert, select, update to lantaarn_worker

create table identity.departures
  state_digest bytea not null
  wrapped bytea not null
  expires_at timestamp with time zone not null
  constraint departures_pkey PRIMARY KEY (state_digest)
  row level security DISABLED, NOT FORCED
  grant delete, insert, select, update to lantaarn_worker

create table identity.invitations
  municipality text not null
  id uuid not null
  wrapped_address bytea
  role jsonb not null
  invited_at timestamp with time zone not null
  invited_by text not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  account uuid
  withdrawn_at timestamp with time zone
  constraint invitations_pkey PRIMARY KEY (municipality, id)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant insert, select, update to lantaarn_app
  grant insert, select, update to lantaarn_worker

create table identity.passkeys
  id uuid not null
  account uuid not null
  name text
  public_key text not null
  credential text not null
  counter integer not null
  device_type text not null
  is_backed_up boolean not null
  transports text
  aaguid text
  created_at timestamp with time zone
  constraint passkeys_account_fkey FOREIGN KEY (account) REFERENCES identity.accounts(id) ON DELETE CASCADE
  constraint passkeys_credential_key UNIQUE (credential)
  constraint passkeys_pkey PRIMARY KEY (id)
  CREATE INDEX passkeys_account ON identity.passkeys USING btree (account)
  row level security DISABLED, NOT FORCED
  grant delete, insert, select, update to lantaarn_worker

create table identity.password_resets
  id uuid not null
  account uuid not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint password_resets_account_fkey FOREIGN KEY (account) REFERENCES identity.accounts(id) ON DELETE CASCADE
  constraint password_resets_pkey PRIMARY KEY (id)
  CREATE INDEX password_resets_account ON identity.password_resets USING btree (account)
  row level security DISABLED, NOT FORCED
  grant delete, insert, select, update to lantaarn_worker

create table identity.people
  account uuid not null
  wrapped bytea not null
  constraint people_account_fkey FOREIGN KEY (account) REFERENCES identity.accounts(id) ON DELETE CASCADE
  constraint people_pkey PRIMARY KEY (account)
  row level security DISABLED, NOT FORCED
  grant delete, insert, select, update to lantaarn_worker

create table identity.processings
  municipality text not null
  id uuid not null
  trace_id text not null
  span_id text not null
  status text not null
  name text not null
  start_at timestamp with time zone not null
  end_at timestamp with time zone not null
  activity text not null
  wrapped_subject bytea not null
  subject_digest text not null
  subject_type text not null
  by_whom text not null
  constraint processings_pkey PRIMARY KEY (municipality, id)
  CREATE INDEX processings_by_start ON identity.processings USING btree (municipality, start_at, id)
  CREATE INDEX processings_by_subject ON identity.processings USING btree (municipality, subject_digest, start_at, id)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant insert, select to lantaarn_app
  grant select to lantaarn_worker

create table identity.roles
  municipality text not null
  id uuid not null
  version integer not null
  account uuid not null
  role text not null
  organisation text
  areas jsonb
  up_to_cents bigint
  deputy_for uuid
  from_at timestamp with time zone not null
  until_at timestamp with time zone
  granted_at timestamp with time zone not null
  granted_by text not null
  ended_at timestamp with time zone
  constraint roles_pkey PRIMARY KEY (municipality, id)
  CREATE INDEX roles_account ON identity.roles USING btree (account)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create table identity.second_factors
  id uuid not null
  account uuid not null
  secret text not null
  recovery_codes text not null
  is_verified boolean
  failures integer
  locked_until timestamp with time zone
  constraint second_factors_account_fkey FOREIGN KEY (account) REFERENCES identity.accounts(id) ON DELETE CASCADE
  constraint second_factors_pkey PRIMARY KEY (id)
  CREATE INDEX second_factors_account ON identity.second_factors USING btree (account)
  row level security DISABLED, NOT FORCED
  grant delete, insert, select, update to lantaarn_worker

create table identity.sessions
  id uuid not null
  account uuid not null
  token text not null
  ip_address text
  user_agent text
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  is_strong boolean not null default false
  constraint sessions_account_fkey FOREIGN KEY (account) REFERENCES identity.accounts(id) ON DELETE CASCADE
  constraint sessions_pkey PRIMARY KEY (id)
  constraint sessions_token_key UNIQUE (token)
  CREATE INDEX sessions_account ON identity.sessions USING btree (account)
  row level security DISABLED, NOT FORCED
  grant delete, insert, select, update to lantaarn_worker

create table identity.sign_ins
  id uuid not null
  account uuid not null
  provider text not null
  subject text not null
  password text
  access_token text
  refresh_token text
  id_token text
  access_token_expires_at timestamp with time zone
  refresh_token_expires_at timestamp with time zone
  scope text
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  constraint sign_ins_account_fkey FOREIGN KEY (account) REFERENCES identity.accounts(id) ON DELETE CASCADE
  constraint sign_ins_pkey PRIMARY KEY (id)
  constraint sign_ins_provider_subject_key UNIQUE (provider, subject)
  CREATE INDEX sign_ins_account ON identity.sign_ins USING btree (account)
  row level security DISABLED, NOT FORCED
  grant delete, insert, select, update to lantaarn_worker

create table identity.used_codes
  account uuid not null
  code_digest text not null
  ends_at timestamp with time zone not null
  constraint used_codes_account_fkey FOREIGN KEY (account) REFERENCES identity.accounts(id) ON DELETE CASCADE
  constraint used_codes_pkey PRIMARY KEY (account, code_digest)
  row level security DISABLED, NOT FORCED
  grant delete, insert, select, update to lantaarn_worker

create table identity.verifications
  id uuid not null
  identifier text not null
  value text not null
  expires_at timestamp with time zone not null
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  constraint verifications_pkey PRIMARY KEY (id)
  CREATE INDEX verifications_identifier ON identity.verifications USING btree (identifier)
  row level security DISABLED, NOT FORCED
  grant delete, insert, select, update to lantaarn_worker

create schema journal
  grant usage to lantaarn_app
  grant usage to lantaarn_worker

create table journal.events
  municipality text not null
  "position" bigint not null
  stream text not null
  version integer not null
  type text not null
  type_version integer not null
  occurred_at timestamp with time zone not null
  body text not null
  data jsonb generated always as ((body)::jsonb) stored
  digest bytea not null
  constraint events_municipality_stream_version_key UNIQUE (municipality, stream, version)
  constraint events_pkey PRIMARY KEY (municipality, "position")
  CREATE INDEX events_by_time ON journal.events USING btree (municipality, occurred_at, "position")
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant insert, select to lantaarn_app
  grant select to lantaarn_worker

create table journal.heads
  municipality text not null
  "position" bigint not null default 0
  digest bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea
  epoch bigint not null default 1
  numbers jsonb not null default '{}'::jsonb
  constraint heads_pkey PRIMARY KEY (municipality)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create schema places
  grant usage to lantaarn_app
  grant usage to lantaarn_worker

create table places.areas
  municipality text not null
  id text not null
  since_version integer not null
  until_version integer
  kind text not null
  name text not null
  manager text
  geometry jsonb not null
  constraint areas_pkey PRIMARY KEY (municipality, id, since_version)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create table places.assets
  municipality text not null
  id text not null
  since_version integer not null
  until_version integer
  type text not null
  public_number text
  lon double precision not null
  lat double precision not null
  h3 bigint not null
  street text
  owner text
  manager text
  maintainer text
  parent text
  warranty_until date
  constraint assets_pkey PRIMARY KEY (municipality, id, since_version)
  CREATE INDEX assets_by_cell ON places.assets USING btree (municipality, h3)
  CREATE INDEX assets_by_number ON places.assets USING btree (municipality, public_number)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create table places.base_tiles
  municipality text not null
  version integer not null
  z integer not null
  x integer not null
  y integer not null
  tile bytea not null
  constraint base_tiles_pkey PRIMARY KEY (municipality, version, z, x, y)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create table places.bases
  municipality text not null
  version integer not null
  source text not null
  features integer not null
  tiles integer not null
  imported_at timestamp with time zone not null
  constraint bases_pkey PRIMARY KEY (municipality)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create table places.imports
  municipality text not null
  id text not null
  source text not null
  version integer not null
  staged integer not null
  started_at timestamp with time zone not null
  finished_at timestamp with time zone
  constraint imports_pkey PRIMARY KEY (municipality, id)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app

create table places.versions
  municipality text not null
  version integer not null
  constraint versions_pkey PRIMARY KEY (municipality)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create schema platform
  grant usage to lantaarn_app
  grant usage to lantaarn_worker

create table platform.marks
  name text not null
  marked_at timestamp with time zone not null
  constraint marks_pkey PRIMARY KEY (name)
  row level security DISABLED, NOT FORCED
  grant insert, select to lantaarn_worker

create table platform.migrations
  name text not null
  digest text not null
  applied_at timestamp with time zone not null default now()
  constraint migrations_pkey PRIMARY KEY (name)
  row level security DISABLED, NOT FORCED
  grant select to lantaarn_app
  grant select to lantaarn_worker

create table platform.outbox
  tenant text not null
  id uuid not null
  destination text not null
  ordering_key text not null
  sequence bigint not null
  type text not null
  body jsonb not null
  created_at timestamp with time zone not null
  due_at timestamp with time zone not null
  attempts integer not null default 0
  leased_until timestamp with time zone
  lease_holder uuid
  delivered_at timestamp with time zone
  cancelled_at timestamp with time zone
  last_error text
  stuck_at timestamp with time zone
  constraint outbox_pkey PRIMARY KEY (tenant, id)
  CREATE INDEX outbox_ahead ON platform.outbox USING btree (tenant, ordering_key, sequence) WHERE (delivered_at IS NULL)
  CREATE INDEX outbox_pending ON platform.outbox USING btree (destination, due_at) WHERE ((delivered_at IS NULL) AND (cancelled_at IS NULL))
  CREATE UNIQUE INDEX outbox_sequence ON platform.outbox USING btree (tenant, ordering_key, sequence)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((tenant = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((tenant = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app
  grant delete, insert, select, update to lantaarn_worker

CREATE OR REPLACE FUNCTION platform.protect(target regclass, tenant_column text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s to lantaarn_app using (%I = (select current_setting(''lantaarn.tenant'', true)))'
    ' with check (%I = (select current_setting(''lantaarn.tenant'', true)))',
    target, tenant_column, tenant_column);
  execute format('create policy worker on %s to lantaarn_worker using (true) with check (true)', target);
end $function$

CREATE OR REPLACE FUNCTION platform.set_timers(wanted jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  alter table platform.timers no force row level security;
  insert into platform.timers (tenant, id, type, due_at, body)
  select tenant, id, type, due_at, body
  from jsonb_to_recordset(wanted) as row (tenant text, id text, type text, due_at timestamptz, body jsonb)
  on conflict do nothing;
  alter table platform.timers force row level security;
end $function$

create table platform.timers
  tenant text not null
  id text not null
  type text not null
  due_at timestamp with time zone not null
  body jsonb not null
  leased_until timestamp with time zone
  constraint timers_pkey PRIMARY KEY (tenant, id)
  CREATE INDEX timers_due ON platform.timers USING btree (due_at)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((tenant = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((tenant = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app
  grant delete, insert, select, update to lantaarn_worker

create schema subscriptions
  grant usage to lantaarn_app
  grant usage to lantaarn_worker

create table subscriptions.checkpoints
  municipality text not null
  "position" bigint not null
  constraint checkpoints_pkey PRIMARY KEY (municipality)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create table subscriptions.news
  municipality text not null
  subscriber uuid not null
  case_id uuid not null
  "position" bigint not null
  type text not null
  mail uuid
  numbers jsonb
  constraint news_pkey PRIMARY KEY (municipality, subscriber, case_id, "position")
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create table subscriptions.subscribers
  municipality text not null
  id uuid not null
  digest text not null
  locale text not null
  asked integer not null
  asked_since timestamp with time zone not null
  last_number integer not null
  sequence bigint not null
  waiting uuid
  mailed_at timestamp with time zone
  constraint subscribers_pkey PRIMARY KEY (municipality, id)
  CREATE UNIQUE INDEX subscribers_digest ON subscriptions.subscribers USING btree (municipality, digest)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create table subscriptions.subscriptions
  municipality text not null
  id uuid not null
  channel text not null
  status text not null
  filter jsonb not null
  subscriber uuid
  number integer
  created_at timestamp with time zone not null
  ends_at timestamp with time zone
  case_id uuid generated always as (((filter ->> 'case'::text))::uuid) stored
  area text generated always as (((filter -> 'areas'::text) ->> 0)) stored
  lat double precision generated always as ((((filter -> 'place'::text) ->> 'lat'::text))::double precision) stored
  constraint subscriptions_pkey PRIMARY KEY (municipality, id)
  CREATE INDEX subscriptions_area ON subscriptions.subscriptions USING btree (municipality, area) WHERE ((status = 'active'::text) AND (area IS NOT NULL))
  CREATE INDEX subscriptions_case ON subscriptions.subscriptions USING btree (municipality, case_id) WHERE ((status = 'active'::text) AND (case_id IS NOT NULL))
  CREATE INDEX subscriptions_end ON subscriptions.subscriptions USING btree (municipality, ends_at) WHERE (ends_at IS NOT NULL)
  CREATE INDEX subscriptions_followed ON subscriptions.subscriptions USING btree (municipality, case_id) WHERE ((channel = 'mail'::text) AND (case_id IS NOT NULL))
  CREATE INDEX subscriptions_lat ON subscriptions.subscriptions USING btree (municipality, lat) WHERE ((status = 'active'::text) AND (lat IS NOT NULL))
  CREATE INDEX subscriptions_subscriber ON subscriptions.subscriptions USING btree (municipality, subscriber)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create table subscriptions.webhooks
  municipality text not null
  subscription uuid not null
  url text not null
  secret bytea not null
  "position" bigint not null
  round integer not null
  created_by text not null
  delivered_at timestamp with time zone
  failing_since timestamp with time zone
  last_error text
  stopped_at timestamp with time zone
  constraint webhooks_pkey PRIMARY KEY (municipality, subscription)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select, update to lantaarn_app
  grant select to lantaarn_worker

create schema things
  grant usage to lantaarn_app
  grant usage to lantaarn_worker

create table things.conditions
  municipality text not null
  asset_id text not null
  condition text not null
  raised_at timestamp with time zone
  cleared_at timestamp with time zone
  standing jsonb not null
  constraint conditions_pkey PRIMARY KEY (municipality, asset_id, condition)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant insert, select, update to lantaarn_app

create table things.events
  municipality text not null
  source text not null
  id text not null
  kind text not null
  asset_id text not null
  condition text not null
  received_at timestamp with time zone not null
  seen_at timestamp with time zone
  is_time_suspect boolean not null
  outcome text not null
  case_id uuid
  case_number text
  constraint events_pkey PRIMARY KEY (municipality, source, id)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant insert, select to lantaarn_app

create table things.rejects
  municipality text not null
  id uuid not null
  received_at timestamp with time zone not null
  key_id text not null
  reason text not null
  constraint rejects_pkey PRIMARY KEY (municipality, id)
  CREATE INDEX rejects_by_age ON things.rejects USING btree (municipality, received_at, id)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select to lantaarn_app

create table things.sources
  municipality text not null
  source text not null
  key_id text not null
  bound_at timestamp with time zone not null
  constraint sources_pkey PRIMARY KEY (municipality, source)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((municipality = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant insert, select to lantaarn_app

create schema vault
  grant usage to lantaarn_app
  grant usage to lantaarn_worker

create table vault.boxes
  tenant text not null
  id text not null
  key_id text not null
  box bytea not null
  constraint boxes_pkey PRIMARY KEY (tenant, id)
  CREATE INDEX boxes_by_key ON vault.boxes USING btree (tenant, key_id)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((tenant = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((tenant = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select to lantaarn_app
  grant select to lantaarn_worker

create schema vault_keys
  grant usage to lantaarn_app
  grant usage to lantaarn_worker

create table vault_keys.keys
  tenant text not null
  id text not null
  wrapped bytea not null
  constraint keys_pkey PRIMARY KEY (tenant, id)
  row level security enabled, forced
  permissive policy tenant for all to lantaarn_app using ((tenant = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting))) with check ((tenant = ( SELECT current_setting('lantaarn.tenant'::text, true) AS current_setting)))
  permissive policy worker for all to lantaarn_worker using (true) with check (true)
  grant delete, insert, select to lantaarn_app
  grant select to lantaarn_worker
