create table organisations (
  id text not null primary key,
  reference text not null unique,
  name text not null check (length(name) <= 200),
  kind text not null,
  finess text check (length(finess) = 9),
  parent_id text references organisations (id) on delete restrict,
  path text not null,
  version integer not null
);
create index organisations_path on organisations (path);
create index organisations_parent on organisations (parent_id);
create unique index organisations_one_root on organisations (kind) where parent_id is null;

create table persons (
  id text not null primary key,
  email text not null unique,
  display_name text not null check (length(display_name) <= 80),
  created_at text not null,
  disabled_at text,
  totp_key text,
  totp_since text,
  recovery_codes text not null,
  factor_tries integer not null default 0,
  factor_window text,
  demo_hint text,
  version integer not null
);

create table grants (
  id text not null primary key,
  person_id text not null references persons (id) on delete restrict,
  organisation_id text not null references organisations (id) on delete restrict,
  role text not null,
  given_at text not null,
  ended_at text
);
create index grants_person on grants (person_id);
create index grants_organisation on grants (organisation_id);
create unique index grants_once on grants (person_id, organisation_id, role) where ended_at is null;

create table sign_in_requests (
  id text not null primary key,
  email text not null,
  network text not null,
  asked_at text not null,
  handled_at text,
  person_id text,
  code_hash text,
  tries integer not null,
  used_at text
);
create index sign_in_requests_email on sign_in_requests (email, asked_at);
create index sign_in_requests_network on sign_in_requests (network, asked_at);

create table sessions (
  id text not null primary key,
  person_id text not null references persons (id) on delete cascade,
  device text not null,
  started_at text not null,
  seen_at text not null,
  ended_at text,
  second_factor_asked integer not null,
  second_factor_at text
);
create index sessions_person on sessions (person_id);

-- Codes of authenticator apps that have served: one use each.
create table used_codes (
  person_id text not null references persons (id) on delete cascade,
  hash text not null,
  used_at text not null,
  primary key (person_id, hash)
);

create table invitations (
  id text not null primary key,
  email text not null,
  organisation_id text not null references organisations (id) on delete restrict,
  role text,
  offer text not null check (length(offer) <= 300),
  purpose text,
  subject_id text,
  sender_id text references persons (id) on delete restrict,
  token_hash text not null unique,
  created_at text not null,
  expires_at text not null,
  accepted_at text,
  person_id text references persons (id) on delete restrict,
  revoked_at text,
  version integer not null
);
create index invitations_organisation on invitations (organisation_id);
create index invitations_email on invitations (email);
create index invitations_person on invitations (person_id);
create index invitations_sender on invitations (sender_id);
