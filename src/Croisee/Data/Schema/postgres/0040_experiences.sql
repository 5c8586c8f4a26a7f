create table calls (
  id uuid not null primary key,
  slug text not null unique,
  organisation_id uuid not null references organisations (id) on delete restrict,
  title text not null check (length(title) <= 150),
  easy_title text,
  blocks text not null,
  opens_on date not null,
  closes_on date not null,
  contexts text not null,
  organisation_types text not null,
  notice text not null,
  notice_version integer not null,
  created_at timestamptz not null,
  published_at timestamptz,
  version integer not null
);
create index calls_organisation on calls (organisation_id);

create table call_extensions (
  id uuid not null primary key,
  call_id uuid not null references calls (id) on delete cascade,
  end_before date not null,
  end_after date not null,
  reason text not null check (length(reason) <= 500),
  by_id uuid not null,
  at timestamptz not null
);
create index call_extensions_call on call_extensions (call_id);

create table call_questions (
  id uuid not null primary key,
  call_id uuid not null references calls (id) on delete cascade,
  position integer not null,
  text text not null check (length(text) <= 300),
  hint text,
  is_long boolean not null
);
create index call_questions_call on call_questions (call_id);

-- That a call opened or ended on this day was told: once, whatever the number of instances, and without touching what people edit.
create table call_turns (
  call_id uuid not null references calls (id) on delete cascade,
  act text not null,
  day date not null,
  told_at timestamptz not null,
  primary key (call_id, act, day)
);

create table call_notices (
  call_id uuid not null references calls (id) on delete cascade,
  number integer not null,
  notice text not null,
  since timestamptz not null,
  primary key (call_id, number)
);

create table experiences (
  id uuid not null primary key,
  reference text not null unique,
  call_id uuid not null references calls (id) on delete restrict,
  state text not null,
  title text not null check (length(title) <= 150),
  structure_key text not null,
  entry_mode text not null,
  creation_key text not null unique,
  created_at timestamptz not null,
  touched_at timestamptz not null,
  erasure_warned_at timestamptz,
  submitted_at timestamptz,
  notice_version integer not null,
  publication_agreed_at timestamptz,
  version integer not null
);
create index experiences_structure on experiences (structure_key);
create index experiences_call on experiences (call_id, state);

create table passages (
  id uuid not null primary key,
  experience_id uuid not null references experiences (id) on delete cascade,
  "from" text not null,
  "to" text not null,
  by text not null,
  by_id uuid,
  why text check (length(why) <= 2000),
  at timestamptz not null
);
create index passages_experience on passages (experience_id, at);

create table authors (
  id uuid not null primary key,
  experience_id uuid not null references experiences (id) on delete cascade,
  voice text not null,
  code_hash text not null unique,
  invited_at timestamptz not null,
  ended_at timestamptz,
  signed_at timestamptz,
  signed_text text
);
create index authors_experience on authors (experience_id);

create table deposit_steps (
  experience_id uuid not null references experiences (id) on delete cascade,
  code text not null,
  answers text not null,
  status text not null,
  saved_at timestamptz not null,
  saved_by uuid,
  version integer not null,
  primary key (experience_id, code)
);

-- Own store, own permission (EXP-R4): no foreign key, so that neither end takes the other with it.
create table contacts (
  id uuid not null primary key,
  experience_id uuid not null unique,
  call_id uuid not null,
  sealed text not null,
  recontact_agreed_at timestamptz,
  saved_at timestamptz not null,
  version integer not null
);

create table messages (
  id uuid not null primary key,
  experience_id uuid not null references experiences (id) on delete cascade,
  "from" text not null,
  text text not null check (length(text) <= 2000),
  at timestamptz not null
);
create index messages_experience on messages (experience_id, at);

create table attachments (
  id uuid not null primary key,
  experience_id uuid not null references experiences (id) on delete cascade,
  file_id uuid not null,
  added_at timestamptz not null
);
create index attachments_experience on attachments (experience_id);
