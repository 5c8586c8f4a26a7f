create table sheets (
  id text not null primary key references experiences (id) on delete restrict,
  reference text not null unique,
  organisation_id text not null references organisations (id) on delete restrict,
  title text not null check (length(title) <= 150),
  sort_key text not null,
  content text not null,
  card text not null,
  remarkable integer not null,
  number integer not null,
  published_at text not null,
  updated_at text not null,
  withdrawn_at text,
  version integer not null
);
create index sheets_organisation on sheets (organisation_id);

create table sheet_versions (
  sheet_id text not null references sheets (id) on delete cascade,
  number integer not null,
  content text not null,
  why text check (length(why) <= 300),
  at text not null,
  primary key (sheet_id, number)
);

create table sheet_codes (
  sheet_id text not null references sheets (id) on delete cascade,
  field text not null,
  code text not null,
  primary key (sheet_id, field, code)
);
create index sheet_codes_by_code on sheet_codes (code);

create table easy_readings (
  id text not null primary key,
  sheet_id text not null references sheets (id) on delete cascade,
  person_id text not null references persons (id) on delete restrict,
  hash text not null,
  understood integer not null,
  remark text check (length(remark) <= 1000),
  at text not null,
  unique (sheet_id, hash, person_id)
);
create index easy_readings_person on easy_readings (person_id);
