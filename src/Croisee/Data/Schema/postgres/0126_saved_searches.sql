create table saved_searches (
  id uuid not null primary key,
  reference text not null unique,
  person_id uuid references persons (id) on delete cascade,
  name text not null check (length(name) <= 120),
  query text not null check (length(query) <= 2000),
  pace text not null,
  created_at timestamptz not null,
  paused_at timestamptz,
  checked_at timestamptz,
  news_at timestamptz,
  news_count integer not null
);
-- One person follows one search once: a form sent twice saves it once.
create unique index saved_searches_once on saved_searches (person_id, query) where person_id is not null;

-- Apart from the search: deleting the row forgets the address.
create table search_addresses (
  search_id uuid not null primary key references saved_searches (id) on delete cascade,
  email text not null,
  query text not null,
  code_hash text not null,
  code_at timestamptz not null,
  tries integer not null,
  sendings integer not null,
  confirmed_at timestamptz
);
create unique index search_addresses_once on search_addresses (email, query);

create table told_sheets (
  search_id uuid not null references saved_searches (id) on delete cascade,
  sheet_id uuid not null references sheets (id) on delete cascade,
  at timestamptz not null,
  primary key (search_id, sheet_id)
);
create index told_sheets_sheet on told_sheets (sheet_id);
