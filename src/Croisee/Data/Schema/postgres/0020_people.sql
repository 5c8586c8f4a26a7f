create table organisations (
  id uuid not null primary key,
  reference text not null unique,
  name text not null check (length(name) <= 200),
  kind text not null,
  finess text check (length(finess) = 9),
  parent_id uuid references organisations (id) on delete restrict,
  path text not null,
  version integer not null
);
create index organisations_path on organisations (path);
create index organisations_parent on organisations (parent_id);
create unique index organisations_one_root on organisations (kind) where parent_id is null;

create table persons (
  id uuid not null primary key,
  email text not null unique,
  display_name text not null check (length(display_name) <= 80),
  created_at timestamptz not null,
  disabled_at timestamptz,
  totp_key text,
  totp_since timestamptz,
  recovery_codes text not null,
  factor_tries integer not null default 0,
  factor_window timestamptz,
  demo_hint text,
  version integer not null
);

create table grants (
  id uuid not null primary key,
  person_id uuid not null references persons (id) on delete restrict,
  organisation_id uuid not null references organisations (id) on delete restrict,
  role text not null,
  given_at timestamptz not null,
  ended_at timestamptz
);
create index grants_person on grants (person_id);
create index grants_organisation on grants (organisation_id);
create unique index grants_once on grants (person_id, organisation_id, role) where ended_at is null;

create table sign_in_requests (
  id uuid not null primary key,
  email text not null,
  network text not null,
  asked_at timestamptz not null,
  handled_at timestamptz,
  person_id uuid,
  code_hash text,
  tries integer not null,
  used_at timestamptz
);
create index sign_in_requests_email on sign_in_requests (email, asked_at);
create index sign_in_requests_network on sign_in_requests (network, asked_at);

create table sessions (
  id uuid not null primary key,
  person_id uuid not null references persons (id) on delete cascade,
  device text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  second_factor_asked boolean not null,
  second_factor_at timestamptz
);
create index sessions_person on sessions (person_id);

-- Codes of authenticator apps that have served: one use each.
create table used_codes (
  person_id uuid not null references persons (id) on delete cascade,
  hash text not null,
  used_at timestamptz not null,
  primary key (person_id, hash)
);

create table invitations (
  id uuid not null primary key,
  email text not null,
  organisation_id uuid not null references organisations (id) on delete restrict,
  role text,
  offer text not null check (length(offer) <= 300),
  purpose text,
  subject_id uuid,
  sender_id uuid references persons (id) on delete restrict,
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  person_id uuid references persons (id) on delete restrict,
  revoked_at timestamptz,
  version integer not null
);
create index invitations_organisation on invitations (organisation_id);
create index invitations_email on invitations (email);
create index invitations_person on invitations (person_id);
create index invitations_sender on invitations (sender_id);
