-- Sets of agreements that are made ready and tried before they are put in force.
create table agreements.drafts (
  municipality text not null,
  id text not null,
  version int not null,
  status text not null,
  body jsonb not null,
  base jsonb not null,
  entered_at timestamptz not null,
  entered_by text not null,
  simulated jsonb,
  settled_at timestamptz,
  settled_by text,
  primary key (municipality, id)
);
select platform.protect('agreements.drafts', 'municipality');
grant select, insert, update, delete on agreements.drafts to lantaarn_app;
