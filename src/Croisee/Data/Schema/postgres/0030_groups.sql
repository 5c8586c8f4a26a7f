create table groups (
  id uuid not null primary key,
  reference text not null unique,
  name text not null check (length(name) <= 160),
  organisation_id uuid not null references organisations (id) on delete restrict,
  kind text not null,
  created_at timestamptz not null,
  version integer not null
);
create index groups_organisation on groups (organisation_id);

create table seats (
  id uuid not null primary key,
  group_id uuid not null references groups (id) on delete cascade,
  number integer not null,
  college text not null,
  role text not null,
  label text not null check (length(label) <= 60),
  person_id uuid references persons (id) on delete restrict,
  first_day date not null,
  last_day date,
  version integer not null
);
create index seats_group on seats (group_id);
create index seats_person on seats (person_id);
-- One person, one seat: two invitations accepted at the same instant cannot both win.
create unique index seats_once on seats (group_id, person_id) where person_id is not null and last_day is null;

create table seat_invitations (
  id uuid not null primary key,
  group_id uuid not null references groups (id) on delete cascade,
  seat_id uuid not null references seats (id) on delete cascade,
  person_id uuid not null references persons (id) on delete restrict,
  invited_by uuid not null references persons (id) on delete restrict,
  sent_at timestamptz not null,
  answered_at timestamptz,
  accepted boolean,
  version integer not null
);
create index seat_invitations_group on seat_invitations (group_id);
create index seat_invitations_seat on seat_invitations (seat_id);
create index seat_invitations_person on seat_invitations (person_id);
create index seat_invitations_invited_by on seat_invitations (invited_by);

create table parity_overrides (
  id uuid not null primary key,
  group_id uuid not null references groups (id) on delete cascade,
  service_users integer not null,
  professionals integer not null,
  reason text not null check (length(reason) <= 1000),
  given_by uuid not null references persons (id) on delete restrict,
  given_at timestamptz not null
);
create index parity_overrides_group on parity_overrides (group_id);
create index parity_overrides_given_by on parity_overrides (given_by);
