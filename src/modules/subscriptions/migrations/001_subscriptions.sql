create schema subscriptions;
grant usage on schema subscriptions to lantaarn_app, lantaarn_worker;

-- Somebody who asked for mail. The address stands in the vault, under a key of this row's own, and goes with it:
-- nothing here tells whose it is. `digest` is keyed, and knows the address again.
create table subscriptions.subscribers (
  municipality text not null,
  id uuid not null,
  digest text not null,
  locale text not null,
  -- How often a confirmation was asked for since a moment: a stranger's mailbox is not filled.
  asked int not null,
  asked_since timestamptz not null,
  last_number int not null,
  -- Of the next mail; and the mail that waits to leave, to which news may still be added.
  sequence bigint not null,
  waiting uuid,
  mailed_at timestamptz,
  primary key (municipality, id)
);
create unique index subscribers_digest on subscriptions.subscribers (municipality, digest);

-- What somebody wants to be told of. `ends_at` is when it ends by itself: unconfirmed, or long after its case closed.
create table subscriptions.subscriptions (
  municipality text not null,
  id uuid not null,
  channel text not null,
  status text not null,
  filter jsonb not null,
  subscriber uuid,
  number int,
  created_at timestamptz not null,
  ends_at timestamptz,
  case_id uuid generated always as ((filter ->> 'case')::uuid) stored,
  area text generated always as (filter -> 'areas' ->> 0) stored,
  lat double precision generated always as ((filter -> 'place' ->> 'lat')::double precision) stored,
  primary key (municipality, id)
);
create index subscriptions_subscriber on subscriptions.subscriptions (municipality, subscriber);
create index subscriptions_case on subscriptions.subscriptions (municipality, case_id)
  where status = 'active' and case_id is not null;
create index subscriptions_area on subscriptions.subscriptions (municipality, area)
  where status = 'active' and area is not null;
create index subscriptions_lat on subscriptions.subscriptions (municipality, lat)
  where status = 'active' and lat is not null;
create index subscriptions_end on subscriptions.subscriptions (municipality, ends_at)
  where ends_at is not null;

-- What is still to be told to somebody; `mail` is the one that tells it, once that is being written.
create table subscriptions.news (
  municipality text not null,
  subscriber uuid not null,
  case_id uuid not null,
  position bigint not null,
  type text not null,
  mail uuid,
  primary key (municipality, subscriber, case_id, position)
);

-- How far the journal of a municipality has been looked through for whoever gets mail.
create table subscriptions.checkpoints (
  municipality text primary key,
  position bigint not null
);

select platform.protect('subscriptions.subscribers', 'municipality');
select platform.protect('subscriptions.subscriptions', 'municipality');
select platform.protect('subscriptions.news', 'municipality');
select platform.protect('subscriptions.checkpoints', 'municipality');
grant select, insert, update, delete on
  subscriptions.subscribers, subscriptions.subscriptions, subscriptions.news, subscriptions.checkpoints
  to lantaarn_app;
grant select on
  subscriptions.subscribers, subscriptions.subscriptions, subscriptions.news, subscriptions.checkpoints
  to lantaarn_worker;
