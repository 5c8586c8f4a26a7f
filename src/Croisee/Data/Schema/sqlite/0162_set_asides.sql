-- Answers that look stuffed and are not counted while this lasts (S23): by place and day, or by place, never by person. Days only: an hour would tell when they came.
create table set_asides (
  id text not null primary key,
  survey_id text not null references surveys (id) on delete cascade,
  place_id text not null,
  day text,
  reason text not null check (length(reason) <= 1000),
  by_id text,
  since text not null,
  ended_on text,
  taken_out integer not null,
  version integer not null
);
create index set_asides_survey on set_asides (survey_id);
-- How many are set aside, told with the figures; none or ten and more (R4).
alter table survey_figures add column aside integer not null default 0;
