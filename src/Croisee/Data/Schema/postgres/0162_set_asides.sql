-- Answers that look stuffed and are not counted while this lasts (S23): by place and day, or by place, never by person. Days only: an hour would tell when they came.
create table set_asides (
  id uuid not null primary key,
  survey_id uuid not null references surveys (id) on delete cascade,
  place_id uuid not null,
  day date,
  reason text not null check (length(reason) <= 1000),
  by_id uuid,
  since date not null,
  ended_on date,
  taken_out boolean not null,
  version integer not null
);
create index set_asides_survey on set_asides (survey_id);
-- How many are set aside, told with the figures; none or ten and more (R4).
alter table survey_figures add column aside integer not null default 0;
