create schema journal;
grant usage on schema journal to lantaarn_app, lantaarn_worker;

-- One row a municipality: whoever writes locks it first. `epoch` rises when an agreement, a category or a place changes.
create table journal.heads (
  municipality text primary key,
  position bigint not null default 0,
  digest bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000',
  epoch bigint not null default 1,
  numbers jsonb not null default '{}'
) with (fillfactor = 20);

-- `body` is the exact text that was hashed (RFC 8785); `data` is the same to ask questions of.
create table journal.events (
  municipality text not null,
  position bigint not null,
  stream text not null,
  version int not null,
  type text not null,
  type_version int not null,
  occurred_at timestamptz not null,
  body text not null,
  data jsonb generated always as (body::jsonb) stored,
  digest bytea not null,
  primary key (municipality, position),
  unique (municipality, stream, version)
);

select platform.protect('journal.heads', 'municipality');
select platform.protect('journal.events', 'municipality');
grant select, insert, update on journal.heads to lantaarn_app;
grant select on journal.heads, journal.events to lantaarn_worker;
grant select, insert on journal.events to lantaarn_app;
