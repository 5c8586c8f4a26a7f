-- What a file said of an experience before it came here: it was decided elsewhere, and stays apart from what is decided here.
create table imported_pasts (
  experience_id uuid not null primary key references experiences (id) on delete cascade,
  begun_on date,
  sent_on date,
  remarkable boolean,
  motives text,
  minority_opinions text not null,
  decided_on date,
  coding text not null,
  coding_reason text,
  fixed_on date,
  file text not null,
  at timestamptz not null
);
