create table questionnaires (
  id text not null primary key,
  reference text not null unique,
  organisation_id text not null references organisations (id) on delete restrict,
  title text not null check (length(title) <= 150),
  created_at text not null,
  current integer not null,
  version integer not null
);
create index questionnaires_organisation on questionnaires (organisation_id);

create table questionnaire_drafts (
  questionnaire_id text not null references questionnaires (id) on delete cascade,
  number integer not null,
  content text not null,
  done text not null check (length(done) <= 200),
  at text not null,
  primary key (questionnaire_id, number)
);

-- A published revision never changes (house.md 2.5): the database refuses it, whoever asks.
create table questionnaire_revisions (
  questionnaire_id text not null references questionnaires (id) on delete cascade,
  number integer not null,
  content text not null,
  comparable_since integer not null,
  published_at text not null,
  primary key (questionnaire_id, number)
);
create trigger questionnaire_revisions_stay before update on questionnaire_revisions
begin
  select raise(abort, 'a published revision never changes');
end;

create table surveys (
  id text not null primary key,
  reference text not null unique,
  organisation_id text not null references organisations (id) on delete restrict,
  questionnaire_id text not null,
  revision_number integer not null,
  title text not null check (length(title) <= 150),
  purpose text not null check (length(purpose) <= 1000),
  opens_on text not null,
  closes_on text not null,
  professionals_may_answer integer not null,
  created_at text not null,
  settled_at text,
  version integer not null,
  foreign key (questionnaire_id, revision_number) references questionnaire_revisions (questionnaire_id, number) on delete restrict
);
create index surveys_organisation on surveys (organisation_id);
create index surveys_revision on surveys (questionnaire_id, revision_number);

create table survey_places (
  id text not null primary key,
  survey_id text not null references surveys (id) on delete cascade,
  organisation_id text references organisations (id) on delete restrict,
  name text not null check (length(name) <= 200),
  code text not null unique,
  eligible integer,
  with_codes integer not null
);
create index survey_places_survey on survey_places (survey_id);
create index survey_places_organisation on survey_places (organisation_id);

-- Kept in the order of random ids, which says nothing of the order of arrival (R10, S22): no rowid, no index by time or place.
create table answer_sheets (
  survey_id text not null,
  id text not null,
  place_id text not null,
  revision_number integer not null,
  day text not null,
  channel text not null,
  mode text,
  answers text not null check (length(answers) <= 20000),
  counted integer not null,
  primary key (survey_id, id)
) without rowid;

create table answer_texts (
  survey_id text not null,
  id text not null,
  place_id text not null,
  month text not null,
  field text not null,
  text text not null check (length(text) <= 2000),
  state text not null,
  theme text,
  primary key (survey_id, id)
) without rowid;

-- What the one door to results knows: exact numbers, read by the publication and by nothing else (R1).
create table survey_ledgers (
  survey_id text not null primary key references surveys (id) on delete cascade,
  history text not null,
  number integer not null,
  version integer not null
);

-- What everybody may see.
create table survey_figures (
  survey_id text not null references surveys (id) on delete cascade,
  population text not null,
  day text not null,
  tables text not null,
  primary key (survey_id, population)
);

-- Who keyed a paper in, and when (S43); its answers only while a second entry is awaited.
create table paper_entries (
  survey_id text not null references surveys (id) on delete cascade,
  place_id text not null,
  number integer not null,
  by_id text not null,
  day text not null,
  waiting text,
  checked_by_id text,
  primary key (survey_id, place_id, number)
);

-- In the order of their hashes, and without a day: neither says when a code was used, nor what was answered with it.
create table one_time_codes (
  place_id text not null references survey_places (id) on delete cascade,
  hash text not null check (length(hash) = 64),
  used integer not null,
  primary key (place_id, hash)
) without rowid;
