-- Who may see the raw table of one survey, for what and until when (R3).
create table analysts (
  id uuid not null primary key,
  reference text not null unique,
  survey_id uuid not null references surveys (id) on delete restrict,
  person_id uuid not null references persons (id) on delete restrict,
  declared_by_id uuid not null,
  purpose text not null check (length(purpose) <= 500),
  declared_at timestamptz not null,
  until date not null,
  pledged_at timestamptz,
  ended_at timestamptz,
  version integer not null
);
create index analysts_survey on analysts (survey_id);
create index analysts_person on analysts (person_id);

-- What was done in the room. Nobody changes a line; nobody takes one away before five years.
create table room_lines (
  id uuid not null primary key,
  survey_id uuid not null references surveys (id) on delete restrict,
  analyst_id uuid not null references analysts (id) on delete restrict,
  person_id uuid not null,
  session_id uuid not null,
  at timestamptz not null,
  act text not null,
  what text check (length(what) <= 500),
  why text not null check (length(why) <= 300)
);
create index room_lines_survey on room_lines (survey_id, at);
create index room_lines_analyst on room_lines (analyst_id);
create function room_lines_append_only() returns trigger language plpgsql as $$ begin raise exception 'lines of the safe room are append-only'; end $$;
create trigger room_lines_no_update before update on room_lines for each row execute function room_lines_append_only();
create trigger room_lines_no_delete before delete on room_lines for each row when (old.at > now() - interval '5 years') execute function room_lines_append_only();
