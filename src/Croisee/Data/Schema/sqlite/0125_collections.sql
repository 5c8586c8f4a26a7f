create table collections (
  id text not null primary key,
  reference text not null unique,
  owner_id text references persons (id) on delete restrict,
  organisation_id text references organisations (id) on delete restrict,
  reach text not null,
  title text not null check (length(title) <= 120),
  introduction text check (length(introduction) <= 4000),
  created_at text not null,
  updated_at text not null,
  version integer not null
);
create index collections_owner on collections (owner_id);
create index collections_organisation on collections (organisation_id);
create index collections_reach on collections (reach, updated_at);

create table collection_entries (
  collection_id text not null references collections (id) on delete cascade,
  sheet_id text not null references sheets (id) on delete cascade,
  position integer not null,
  note text check (length(note) <= 1000),
  added_at text not null,
  primary key (collection_id, sheet_id)
);
create index collection_entries_sheet on collection_entries (sheet_id);
