-- A survey whose answers bear a name says from the start which group agreed to it; null for an anonymous one.
alter table surveys add column agreed_to_names text check (length(agreed_to_names) <= 500);

-- Answers under a name: apart from anonymous ones, never counted with them.
create table signed_sheets (
  id uuid not null primary key,
  survey_id uuid not null references surveys (id) on delete cascade,
  place_id uuid not null,
  day date not null,
  mode text,
  name text not null check (length(name) <= 100),
  answers text not null check (length(answers) <= 400000)
);
create index signed_sheets_survey on signed_sheets (survey_id);
