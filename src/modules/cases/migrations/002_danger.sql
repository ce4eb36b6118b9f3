-- Who was called because it is dangerous, and whether somebody took over.
alter table cases.cases add column duty jsonb;
