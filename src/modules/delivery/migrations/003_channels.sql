-- What became of a task at a party whose own server speaks Open311: under which id it is known there, and what it said of it.
create table delivery.foreign_requests (
  municipality text not null,
  assignment uuid not null,
  organisation text not null,
  -- From when on the server may have it, whatever it answered.
  asked_at timestamptz,
  -- A person wants it sent again, although the server may have it.
  is_asked_again boolean not null default false,
  token text,
  foreign_id text,
  received_at timestamptz,
  is_followed boolean not null default true,
  word text,
  word_at timestamptz,
  meaning text,
  refusal text,
  notes text,
  seen_updates text[] not null default '{}',
  looked_at timestamptz,
  primary key (municipality, assignment)
);
create index foreign_requests_followed on delivery.foreign_requests (municipality, organisation, looked_at)
  where is_followed and foreign_id is not null;
select platform.protect('delivery.foreign_requests', 'municipality');
grant select on delivery.foreign_requests to lantaarn_app;
grant select, insert, update, delete on delivery.foreign_requests to lantaarn_worker;
create policy organisation on delivery.foreign_requests for select to lantaarn_app
  using (organisation = (select nullif(current_setting('lantaarn.organisation', true), '')));

-- When the server of a party is asked again, for one municipality.
create table delivery.foreign_polls (
  municipality text not null,
  organisation text not null,
  next_at timestamptz not null,
  leased_until timestamptz,
  failures int not null default 0,
  updates_from timestamptz not null,
  last_error text,
  primary key (municipality, organisation)
);
create index foreign_polls_due on delivery.foreign_polls (next_at);
select platform.protect('delivery.foreign_polls', 'municipality');
grant select on delivery.foreign_polls to lantaarn_app;
grant select, insert, update, delete on delivery.foreign_polls to lantaarn_worker;

-- Each attempt to deliver a message: ids, codes and what the far end said, without what is personal or secret.
create table delivery.attempts (
  municipality text not null,
  id uuid not null,
  at timestamptz not null,
  message uuid,
  assignment uuid,
  organisation text,
  kind text not null,
  host text,
  type text not null,
  attempt int not null,
  took_ms int not null,
  outcome text not null,
  status int,
  answer text,
  error text,
  next_at timestamptz,
  primary key (municipality, id)
);
create index attempts_of_organisation on delivery.attempts (organisation, id);
create index attempts_of_assignment on delivery.attempts (municipality, assignment, id);
create index attempts_at on delivery.attempts using brin (at);
select platform.protect('delivery.attempts', 'municipality');
grant select on delivery.attempts to lantaarn_app;
grant select, insert, delete on delivery.attempts to lantaarn_worker;
create policy organisation on delivery.attempts for select to lantaarn_app
  using (organisation = (select nullif(current_setting('lantaarn.organisation', true), '')));

-- What is left alone for a while because it failed, in any process; of an organisation, in whatever municipality.
create table delivery.rests (
  destination text primary key,
  failures int not null,
  since timestamptz not null,
  until timestamptz not null
);
grant select on delivery.rests to lantaarn_app;
grant select, insert, update, delete on delivery.rests to lantaarn_worker;
