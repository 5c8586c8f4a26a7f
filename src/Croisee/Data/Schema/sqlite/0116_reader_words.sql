create table reader_words (
  id text not null primary key,
  sheet_id text not null references sheets (id) on delete cascade,
  at text not null,
  key text not null check (length(key) <= 60),
  kind text not null,
  text text not null check (length(text) <= 1000),
  place text check (length(place) <= 150),
  answer text check (length(answer) <= 2000),
  answered_at text,
  state text not null,
  judged_at text,
  refusal text check (length(refusal) <= 500),
  version integer not null,
  unique (sheet_id, key)
);
create index reader_words_waiting on reader_words (state, at);

create table awaiting_readers (
  word_id text not null primary key references reader_words (id) on delete cascade,
  sealed text not null,
  since text not null
);
