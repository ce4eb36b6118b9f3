-- Somebody who reported it threatened somebody: whoever goes there is warned.
alter table cases.cases add column has_threat boolean not null default false;
alter table cases.cases alter column has_threat drop default;
-- Whether the sender lets what was written and sent be shown to everybody; null where that was not asked.
alter table cases.signals add column may_publish boolean;
