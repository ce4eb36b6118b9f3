create schema things;
grant usage on schema things to lantaarn_app, lantaarn_worker;

-- Whose events these are: the key that used a source first. Nobody else may speak for it.
create table things.sources (
  municipality text not null,
  source text not null,
  key_id text not null,
  bound_at timestamptz not null,
  primary key (municipality, source)
);

-- Every event that was taken, for ever: the same again gets the same answer.
create table things.events (
  municipality text not null,
  source text not null,
  id text not null,
  kind text not null,
  asset_id text not null,
  condition text not null,
  received_at timestamptz not null,
  seen_at timestamptz,
  is_time_suspect boolean not null,
  outcome text not null,
  case_id uuid,
  case_number text,
  primary key (municipality, source, id)
);

-- What is wrong with an asset by its own word: when that was last raised and cleared, and the signals that stand.
create table things.conditions (
  municipality text not null,
  asset_id text not null,
  condition text not null,
  raised_at timestamptz,
  cleared_at timestamptz,
  standing jsonb not null,
  primary key (municipality, asset_id, condition)
) with (fillfactor = 80);

-- Events that were refused. What was sent lies sealed in the vault, since nobody knows what is in it.
create table things.rejects (
  municipality text not null,
  id uuid not null,
  received_at timestamptz not null,
  key_id text not null,
  reason text not null,
  primary key (municipality, id)
);
create index rejects_by_age on things.rejects (municipality, received_at, id);

select platform.protect('things.sources', 'municipality');
select platform.protect('things.events', 'municipality');
select platform.protect('things.conditions', 'municipality');
select platform.protect('things.rejects', 'municipality');
grant select, insert on things.sources, things.events to lantaarn_app;
grant select, insert, update on things.conditions to lantaarn_app;
grant select, insert, delete on things.rejects to lantaarn_app;
