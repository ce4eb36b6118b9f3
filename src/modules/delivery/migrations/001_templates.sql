create schema delivery;
grant usage on schema delivery to lantaarn_app, lantaarn_worker;

-- The texts of mails that a municipality writes itself; where there is none, the program's own is used.
create table delivery.templates (
  municipality text not null,
  kind text not null,
  locale text not null,
  subject text not null,
  body text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (municipality, kind, locale)
);
select platform.protect('delivery.templates', 'municipality');
grant select, insert, update, delete on delivery.templates to lantaarn_app;
grant select on delivery.templates to lantaarn_worker;
