create schema categories;
grant usage on schema categories to lantaarn_app, lantaarn_worker;

create table categories.categories (
  municipality text not null,
  id text not null,
  body jsonb not null,
  primary key (municipality, id)
);
select platform.protect('categories.categories', 'municipality');
grant select, insert, update, delete on categories.categories to lantaarn_app;
grant select on categories.categories to lantaarn_worker;
