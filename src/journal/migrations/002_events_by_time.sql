-- Who asks what happened within a time reads just that, in its order.
create index events_by_time on journal.events (municipality, occurred_at, position);
