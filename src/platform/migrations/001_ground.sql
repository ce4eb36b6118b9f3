-- Row-level security on a table: the app sees the tenant of its transaction, the worker all tenants.
-- The setting is read once a statement (a scalar subquery), so that indexes that start with the tenant serve.
create function platform.protect(target regclass, tenant_column text) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s to lantaarn_app using (%I = (select current_setting(''lantaarn.tenant'', true)))'
    ' with check (%I = (select current_setting(''lantaarn.tenant'', true)))',
    target, tenant_column, tenant_column);
  execute format('create policy worker on %s to lantaarn_worker using (true) with check (true)', target);
end $$;

grant usage on schema platform to lantaarn_app, lantaarn_worker;

-- Messages that have to leave. One in flight for each ordering key, in the order of `sequence`.
create table platform.outbox (
  tenant text not null,
  id uuid not null,
  destination text not null,
  ordering_key text not null,
  sequence bigint not null,
  type text not null,
  body jsonb not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  attempts int not null default 0,
  leased_until timestamptz,
  lease_holder uuid,
  delivered_at timestamptz,
  cancelled_at timestamptz,
  last_error text,
  primary key (tenant, id)
) with (fillfactor = 70);
create unique index outbox_sequence on platform.outbox (tenant, ordering_key, sequence);
create index outbox_pending on platform.outbox (destination, due_at)
  where delivered_at is null and cancelled_at is null;
create index outbox_ahead on platform.outbox (tenant, ordering_key, sequence)
  where delivered_at is null;

-- What has to happen at a moment, unless it is taken back before.
create table platform.timers (
  tenant text not null,
  id text not null,
  type text not null,
  due_at timestamptz not null,
  body jsonb not null,
  leased_until timestamptz,
  primary key (tenant, id)
);
create index timers_due on platform.timers (due_at);

select platform.protect('platform.outbox', 'tenant');
select platform.protect('platform.timers', 'tenant');
grant select, insert, update, delete on platform.outbox, platform.timers to lantaarn_app, lantaarn_worker;
grant select on platform.migrations to lantaarn_app, lantaarn_worker;

-- Things that are done once, such as loading the sample town.
create table platform.marks (
  name text primary key,
  marked_at timestamptz not null
);
grant select, insert on platform.marks to lantaarn_worker;

-- Personal data stands apart, encrypted; its keys apart again, so that no backup holds both.
create schema vault;
create schema vault_keys;
grant usage on schema vault, vault_keys to lantaarn_app, lantaarn_worker;

create table vault.boxes (
  tenant text not null,
  id text not null,
  key_id text not null,
  box bytea not null,
  primary key (tenant, id)
);
create index boxes_by_key on vault.boxes (tenant, key_id);

create table vault_keys.keys (
  tenant text not null,
  id text not null,
  wrapped bytea not null,
  primary key (tenant, id)
);

select platform.protect('vault.boxes', 'tenant');
select platform.protect('vault_keys.keys', 'tenant');
grant select, insert, delete on vault.boxes, vault_keys.keys to lantaarn_app;
grant select on vault.boxes, vault_keys.keys to lantaarn_worker;
