-- Where an organisation without software is written to, and in which language; the address is wrapped as a secret is.
create table directory.mail_addresses (
  organisation text primary key references directory.organisations (id),
  wrapped_address bytea not null,
  locale text not null
);
grant select, insert, update, delete on directory.mail_addresses to lantaarn_worker;
