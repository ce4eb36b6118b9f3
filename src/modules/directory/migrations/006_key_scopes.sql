-- A key may be narrower than its kind: then only these actions, of the table of roles. Who made it is an id.
alter table directory.api_keys add column actions text[];
alter table directory.api_keys add column created_by text;
create index api_keys_municipality on directory.api_keys (municipality, id);
