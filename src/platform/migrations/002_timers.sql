-- Timers that the migration of a room sets: the owner, too, is held to row-level security while it is forced.
create function platform.set_timers(wanted jsonb) returns void language plpgsql as $$
begin
  alter table platform.timers no force row level security;
  insert into platform.timers (tenant, id, type, due_at, body)
  select tenant, id, type, due_at, body
  from jsonb_to_recordset(wanted) as row (tenant text, id text, type text, due_at timestamptz, body jsonb)
  on conflict do nothing;
  alter table platform.timers force row level security;
end $$;
revoke execute on function platform.set_timers(jsonb) from public;
