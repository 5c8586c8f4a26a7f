create table news (
  id text not null primary key,
  sheet_id text not null references sheets (id) on delete cascade,
  at text not null,
  key text not null check (length(key) <= 60),
  months integer,
  said text not null,
  copied integer not null,
  what text check (length(what) <= 1000),
  place text check (length(place) <= 300),
  reason text,
  stopped_month text,
  state text not null,
  judged_at text,
  refusal text check (length(refusal) <= 500),
  version integer not null,
  unique (sheet_id, key)
);
create index news_waiting on news (state, at);

create table news_asks (
  id text not null primary key,
  sheet_id text not null references sheets (id) on delete cascade,
  months integer not null,
  code_hash text not null unique,
  asked_at text not null,
  ends_at text not null,
  answered_at text,
  version integer not null,
  unique (sheet_id, months)
);
