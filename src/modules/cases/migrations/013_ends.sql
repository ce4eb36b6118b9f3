-- What an agreement still has open, for when it ends.
create index assignments_open_under on cases.assignments (municipality, agreement, case_id)
  where ended_at is null and started_at is null;
