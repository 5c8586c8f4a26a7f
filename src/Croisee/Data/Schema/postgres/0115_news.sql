create table news (
  id uuid not null primary key,
  sheet_id uuid not null references sheets (id) on delete cascade,
  at timestamptz not null,
  key text not null check (length(key) <= 60),
  months integer,
  said text not null,
  copied boolean not null,
  what text check (length(what) <= 1000),
  place text check (length(place) <= 300),
  reason text,
  stopped_month date,
  state text not null,
  judged_at timestamptz,
  refusal text check (length(refusal) <= 500),
  version integer not null,
  unique (sheet_id, key)
);
create index news_waiting on news (state, at);

create table news_asks (
  id uuid not null primary key,
  sheet_id uuid not null references sheets (id) on delete cascade,
  months integer not null,
  code_hash text not null unique,
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  answered_at timestamptz,
  version integer not null,
  unique (sheet_id, months)
);
