-- Which messages to a party went along in which mail: laid when that is made up, so that a mail which is tried again has the same.
create table delivery.digest_lines (
  municipality text not null,
  -- One line of the outbox is in one digest.
  message uuid not null,
  digest uuid not null,
  assignment uuid not null,
  organisation text not null,
  gathered_at timestamptz not null,
  -- As the mail was written last.
  is_listed boolean not null default false,
  told_at timestamptz,
  primary key (municipality, message)
);
create index digest_lines_of_digest on delivery.digest_lines (municipality, digest);
create index digest_lines_of_assignment on delivery.digest_lines (municipality, assignment);
create index digest_lines_told on delivery.digest_lines using brin (told_at);
select platform.protect('delivery.digest_lines', 'municipality');
grant select on delivery.digest_lines to lantaarn_app;
grant select, insert, update, delete on delivery.digest_lines to lantaarn_worker;
create policy organisation on delivery.digest_lines for select to lantaarn_app
  using (organisation = (select nullif(current_setting('lantaarn.organisation', true), '')));
