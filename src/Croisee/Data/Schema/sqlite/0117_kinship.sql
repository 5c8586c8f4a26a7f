create table methods (
  id text not null primary key,
  reference text not null unique,
  kind text not null,
  name text not null check (length(name) <= 120),
  name_key text not null unique,
  summary text check (length(summary) <= 800),
  address text check (length(address) <= 300),
  created_at text not null,
  version integer not null
);

create table sheet_links (
  id text not null primary key,
  sheet_id text not null references sheets (id) on delete cascade,
  at text not null,
  key text not null check (length(key) <= 60),
  relation text not null,
  proposed_name text check (length(proposed_name) <= 120),
  proposed_kind text not null,
  method_id text references methods (id) on delete restrict,
  source_id text references sheets (id) on delete restrict,
  state text not null,
  judged_at text,
  refusal text check (length(refusal) <= 500),
  version integer not null,
  unique (sheet_id, key),
  check (state <> 'Shown' or (method_id is null) <> (source_id is null)),
  check (source_id is null or source_id <> sheet_id)
);
create index sheet_links_waiting on sheet_links (state, at);
create index sheet_links_method on sheet_links (method_id);
create index sheet_links_source on sheet_links (source_id);
