-- What an endpoint speaks, and what its organisation asks of whoever calls it. The secret of an Open311 server is its key.
alter table directory.endpoints add column kind text not null default 'webhook';
alter table directory.endpoints add column settings jsonb not null default '{}';
alter table directory.endpoints add column most_at_once int;
alter table directory.endpoints add column most_per_minute int;
