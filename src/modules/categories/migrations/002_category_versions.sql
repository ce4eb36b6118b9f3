-- Every version of every category: since when it holds (null: always) and since when that is known (null: before moments
-- were kept). What there is becomes the first version.
alter table categories.categories
  add column version int not null default 1,
  add column epoch bigint not null default 0,
  add column entered_at timestamptz,
  add column valid_from timestamptz;
alter table categories.categories drop constraint categories_pkey;
alter table categories.categories add primary key (municipality, id, version);
alter table categories.categories alter column version drop default, alter column epoch drop default;
