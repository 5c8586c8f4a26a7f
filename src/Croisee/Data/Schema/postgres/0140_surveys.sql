create table questionnaires (
  id uuid not null primary key,
  reference text not null unique,
  organisation_id uuid not null references organisations (id) on delete restrict,
  title text not null check (length(title) <= 150),
  created_at timestamptz not null,
  current integer not null,
  version integer not null
);
create index questionnaires_organisation on questionnaires (organisation_id);

create table questionnaire_drafts (
  questionnaire_id uuid not null references questionnaires (id) on delete cascade,
  number integer not null,
  content text not null,
  done text not null check (length(done) <= 200),
  at timestamptz not null,
  primary key (questionnaire_id, number)
);

-- A published revision never changes (house.md 2.5): the database refuses it, whoever asks.
create table questionnaire_revisions (
  questionnaire_id uuid not null references questionnaires (id) on delete cascade,
  number integer not null,
  content text not null,
  comparable_since integer not null,
  published_at timestamptz not null,
  primary key (questionnaire_id, number)
);
create function questionnaire_revisions_stay() returns trigger language plpgsql as $$ begin raise exception 'a published revision never changes'; end $$;
create trigger questionnaire_revisions_stay before update on questionnaire_revisions for each row execute function questionnaire_revisions_stay();

create table surveys (
  id uuid not null primary key,
  reference text not null unique,
  organisation_id uuid not null references organisations (id) on delete restrict,
  questionnaire_id uuid not null,
  revision_number integer not null,
  title text not null check (length(title) <= 150),
  purpose text not null check (length(purpose) <= 1000),
  opens_on date not null,
  closes_on date not null,
  professionals_may_answer boolean not null,
  created_at timestamptz not null,
  settled_at timestamptz,
  version integer not null,
  foreign key (questionnaire_id, revision_number) references questionnaire_revisions (questionnaire_id, number) on delete restrict
);
create index surveys_organisation on surveys (organisation_id);
create index surveys_revision on surveys (questionnaire_id, revision_number);

create table survey_places (
  id uuid not null primary key,
  survey_id uuid not null references surveys (id) on delete cascade,
  organisation_id uuid references organisations (id) on delete restrict,
  name text not null check (length(name) <= 200),
  code text not null unique,
  eligible integer,
  with_codes boolean not null
);
create index survey_places_survey on survey_places (survey_id);
create index survey_places_organisation on survey_places (organisation_id);

-- No index by time or place. Here rows lie in the order they came until a publication writes them anew in the order of their random ids (R10, S22).
create table answer_sheets (
  survey_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  revision_number integer not null,
  day date not null,
  channel text not null,
  mode text,
  answers text not null check (length(answers) <= 20000),
  counted boolean not null,
  primary key (survey_id, id)
);

create table answer_texts (
  survey_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  month date not null,
  field text not null,
  text text not null check (length(text) <= 2000),
  state text not null,
  theme text,
  primary key (survey_id, id)
);

-- What the one door to results knows: exact numbers, read by the publication and by nothing else (R1).
create table survey_ledgers (
  survey_id uuid not null primary key references surveys (id) on delete cascade,
  history text not null,
  number integer not null,
  version integer not null
);

-- What everybody may see.
create table survey_figures (
  survey_id uuid not null references surveys (id) on delete cascade,
  population text not null,
  day date not null,
  tables text not null,
  primary key (survey_id, population)
);

-- Who keyed a paper in, and when (S43); its answers only while a second entry is awaited.
create table paper_entries (
  survey_id uuid not null references surveys (id) on delete cascade,
  place_id uuid not null,
  number integer not null,
  by_id uuid not null,
  day date not null,
  waiting text,
  checked_by_id uuid,
  primary key (survey_id, place_id, number)
);

-- In the order of their hashes, and without a day: neither says when a code was used, nor what was answered with it.
create table one_time_codes (
  place_id uuid not null references survey_places (id) on delete cascade,
  hash text not null check (length(hash) = 64),
  used boolean not null,
  primary key (place_id, hash)
);
