-- Where each photo lies, sealed. Not a read table: the journal has ids and digests of photos, and no files.
create table cases.photos (
  municipality text not null,
  id uuid not null,
  case_id uuid not null,
  -- Of a signal, or of an assignment whose party took it; then also of the answer that names it.
  signal_id uuid,
  assignment_id uuid,
  answer_id uuid,
  -- In the vault; who destroys it destroys the photo.
  key_id text not null,
  digest text not null,
  file text not null,
  thumbnail text not null,
  width int not null,
  height int not null,
  bytes int not null,
  created_at timestamptz not null,
  primary key (municipality, id)
);
create index photos_of_case on cases.photos (municipality, case_id, created_at);
create index photos_by_file on cases.photos (municipality, file);
create index photos_by_thumbnail on cases.photos (municipality, thumbnail);
create index photos_of_nobody on cases.photos (municipality, created_at)
  where assignment_id is not null and answer_id is null;

-- A read table: what the desk released of each signal, and took back.
create table cases.publications (
  municipality text not null,
  -- Of the signal.
  id uuid not null,
  case_id uuid not null,
  publication_id uuid not null,
  has_text boolean not null,
  photos jsonb not null,
  published_at timestamptz not null,
  is_withdrawn boolean not null,
  primary key (municipality, id)
);
create index publications_of_case on cases.publications (municipality, case_id);

select platform.protect('cases.photos', 'municipality');
select platform.protect('cases.publications', 'municipality');
grant select, insert, update, delete on cases.photos, cases.publications to lantaarn_app;
