create table sheets (
  id uuid not null primary key references experiences (id) on delete restrict,
  reference text not null unique,
  organisation_id uuid not null references organisations (id) on delete restrict,
  title text not null check (length(title) <= 150),
  sort_key text not null,
  content text not null,
  card text not null,
  remarkable boolean not null,
  number integer not null,
  published_at timestamptz not null,
  updated_at timestamptz not null,
  withdrawn_at timestamptz,
  version integer not null
);
create index sheets_organisation on sheets (organisation_id);

create table sheet_versions (
  sheet_id uuid not null references sheets (id) on delete cascade,
  number integer not null,
  content text not null,
  why text check (length(why) <= 300),
  at timestamptz not null,
  primary key (sheet_id, number)
);

create table sheet_codes (
  sheet_id uuid not null references sheets (id) on delete cascade,
  field text not null,
  code text not null,
  primary key (sheet_id, field, code)
);
create index sheet_codes_by_code on sheet_codes (code);

create table easy_readings (
  id uuid not null primary key,
  sheet_id uuid not null references sheets (id) on delete cascade,
  person_id uuid not null references persons (id) on delete restrict,
  hash text not null,
  understood boolean not null,
  remark text check (length(remark) <= 1000),
  at timestamptz not null,
  unique (sheet_id, hash, person_id)
);
create index easy_readings_person on easy_readings (person_id);
