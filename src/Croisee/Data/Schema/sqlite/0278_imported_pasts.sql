-- What a file said of an experience before it came here: it was decided elsewhere, and stays apart from what is decided here.
create table imported_pasts (
  experience_id text not null primary key references experiences (id) on delete cascade,
  begun_on text,
  sent_on text,
  remarkable integer,
  motives text,
  minority_opinions text not null,
  decided_on text,
  coding text not null,
  coding_reason text,
  fixed_on text,
  file text not null,
  at text not null
);
