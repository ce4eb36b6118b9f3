-- The cases of several objects on what stands in more than one register: each municipality writes its own, and reads of
-- others those that everybody may see. Of any other case the last three are empty, so that no one else finds the row.
create table cases.circuit_cases (
  municipality text not null,
  id uuid not null,
  circuit text,
  number text,
  category text,
  primary key (municipality, id)
);
create index circuit_cases_on_circuit on cases.circuit_cases (circuit) where circuit is not null;
select platform.protect('cases.circuit_cases', 'municipality');
create policy told_to_all on cases.circuit_cases for select to lantaarn_app using (circuit is not null);
grant select, insert, update, delete on cases.circuit_cases to lantaarn_app;
grant select on cases.circuit_cases to lantaarn_worker;
