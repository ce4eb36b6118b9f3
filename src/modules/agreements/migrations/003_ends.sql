-- Agreements that end and hand over what is open, as they were entered before anything went off at their end. Those that
-- ended already left their work with their party, as they said then. The owner, too, is held to row-level security.
alter table agreements.versions no force row level security;
select platform.set_timers(coalesce(jsonb_agg(jsonb_build_object(
  'tenant', municipality, 'id', 'agreement-end/' || id, 'type', 'agreement-end', 'due_at', ends_at,
  'body', jsonb_build_object('agreement', id))), '[]'))
from (
  select distinct on (municipality, id) municipality, id, body ->> 'onEnd' as on_end,
    (body -> 'validity' ->> 'to')::timestamp at time zone 'Europe/Amsterdam' as ends_at
  from agreements.versions
  order by municipality, id, version desc
) last
where on_end = 'hand-over' and ends_at > now();
alter table agreements.versions force row level security;
