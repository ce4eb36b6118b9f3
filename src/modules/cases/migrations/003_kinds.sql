-- What a signal is (a fault, whoever told it, or what an office answers), and who typed it in.
alter table cases.cases
  add column kind text not null default 'fault',
  add column forwarded_to text;
alter table cases.signals
  add column kind text not null default 'fault',
  add column entered_by text,
  add column is_on_behalf boolean not null default false;
