alter table cases.assignments add column on_site_at timestamptz;
alter table cases.assignments add column working_at timestamptz;
alter table cases.assignments add column because jsonb;
alter table cases.assignments add column suspension jsonb;
alter table cases.assignments add column terms_kept jsonb not null default '[]';
alter table cases.assignments add column terms_broken jsonb not null default '[]';
