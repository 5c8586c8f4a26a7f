-- What was refused: one line for each day, kind, account or keyed network, and page; nothing that was typed.
create table refusals (
  day date not null,
  what text not null,
  who text not null,
  person_id uuid,
  route text not null,
  times integer not null,
  last_at timestamptz not null,
  primary key (day, what, who, route)
);
create index refusals_last on refusals (last_at);
