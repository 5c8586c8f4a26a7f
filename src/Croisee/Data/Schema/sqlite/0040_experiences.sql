create table calls (
  id text not null primary key,
  slug text not null unique,
  organisation_id text not null references organisations (id) on delete restrict,
  title text not null check (length(title) <= 150),
  easy_title text,
  blocks text not null,
  opens_on text not null,
  closes_on text not null,
  contexts text not null,
  organisation_types text not null,
  notice text not null,
  notice_version integer not null,
  created_at text not null,
  published_at text,
  version integer not null
);
create index calls_organisation on calls (organisation_id);

create table call_extensions (
  id text not null primary key,
  call_id text not null references calls (id) on delete cascade,
  end_before text not null,
  end_after text not null,
  reason text not null check (length(reason) <= 500),
  by_id text not null,
  at text not null
);
create index call_extensions_call on call_extensions (call_id);

create table call_questions (
  id text not null primary key,
  call_id text not null references calls (id) on delete cascade,
  position integer not null,
  text text not null check (length(text) <= 300),
  hint text,
  is_long integer not null
);
create index call_questions_call on call_questions (call_id);

-- That a call opened or ended on this day was told: once, whatever the number of instances, and without touching what people edit.
create table call_turns (
  call_id text not null references calls (id) on delete cascade,
  act text not null,
  day text not null,
  told_at text not null,
  primary key (call_id, act, day)
);

create table call_notices (
  call_id text not null references calls (id) on delete cascade,
  number integer not null,
  notice text not null,
  since text not null,
  primary key (call_id, number)
);

create table experiences (
  id text not null primary key,
  reference text not null unique,
  call_id text not null references calls (id) on delete restrict,
  state text not null,
  title text not null check (length(title) <= 150),
  structure_key text not null,
  entry_mode text not null,
  creation_key text not null unique,
  created_at text not null,
  touched_at text not null,
  erasure_warned_at text,
  submitted_at text,
  notice_version integer not null,
  publication_agreed_at text,
  version integer not null
);
create index experiences_structure on experiences (structure_key);
create index experiences_call on experiences (call_id, state);

create table passages (
  id text not null primary key,
  experience_id text not null references experiences (id) on delete cascade,
  "from" text not null,
  "to" text not null,
  by text not null,
  by_id text,
  why text check (length(why) <= 2000),
  at text not null
);
create index passages_experience on passages (experience_id, at);

create table authors (
  id text not null primary key,
  experience_id text not null references experiences (id) on delete cascade,
  voice text not null,
  code_hash text not null unique,
  invited_at text not null,
  ended_at text,
  signed_at text,
  signed_text text
);
create index authors_experience on authors (experience_id);

create table deposit_steps (
  experience_id text not null references experiences (id) on delete cascade,
  code text not null,
  answers text not null,
  status text not null,
  saved_at text not null,
  saved_by text,
  version integer not null,
  primary key (experience_id, code)
);

-- Own store, own permission (EXP-R4): no foreign key, so that neither end takes the other with it.
create table contacts (
  id text not null primary key,
  experience_id text not null unique,
  call_id text not null,
  sealed text not null,
  recontact_agreed_at text,
  saved_at text not null,
  version integer not null
);

create table messages (
  id text not null primary key,
  experience_id text not null references experiences (id) on delete cascade,
  "from" text not null,
  text text not null check (length(text) <= 2000),
  at text not null
);
create index messages_experience on messages (experience_id, at);

create table attachments (
  id text not null primary key,
  experience_id text not null references experiences (id) on delete cascade,
  file_id text not null,
  added_at text not null
);
create index attachments_experience on attachments (experience_id);
