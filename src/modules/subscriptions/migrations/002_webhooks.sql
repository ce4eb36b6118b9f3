-- The endpoint of a subscription of a system: `position` is up to where the journal was laid out for it. It goes back to
-- before the first event that was not taken when the subscription stops, and goes on from there when it is resumed.
create table subscriptions.webhooks (
  municipality text not null,
  subscription uuid not null,
  url text not null,
  secret bytea not null,
  position bigint not null,
  -- How often it was resumed: events of an earlier round hold up none of this one.
  round int not null,
  created_by text not null,
  delivered_at timestamptz,
  failing_since timestamptz,
  last_error text,
  stopped_at timestamptz,
  primary key (municipality, subscription)
);
select platform.protect('subscriptions.webhooks', 'municipality');
grant select, insert, update, delete on subscriptions.webhooks to lantaarn_app;
grant select on subscriptions.webhooks to lantaarn_worker;
