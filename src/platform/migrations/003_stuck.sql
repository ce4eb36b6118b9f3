-- Since when a message is known to have been waiting for too long.
alter table platform.outbox add column stuck_at timestamptz;
