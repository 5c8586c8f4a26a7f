create table reading_groups (
  id uuid not null primary key,
  call_id uuid not null unique references calls (id) on delete restrict,
  group_id uuid not null references groups (id) on delete restrict,
  chosen_at timestamptz not null,
  opened_at timestamptz,
  version integer not null
);
create index reading_groups_group on reading_groups (group_id);

create table pairs (
  id uuid not null primary key,
  experience_id uuid not null references experiences (id) on delete cascade,
  group_id uuid not null references groups (id) on delete restrict,
  service_user_seat_id uuid not null references seats (id) on delete restrict,
  professional_seat_id uuid not null references seats (id) on delete restrict,
  due_on date not null,
  assigned_at timestamptz not null,
  settled_at timestamptz,
  version integer not null
);
create index pairs_experience on pairs (experience_id);
create index pairs_users on pairs (service_user_seat_id);
create index pairs_professionals on pairs (professional_seat_id);
create index pairs_group on pairs (group_id);

create table reading_recusals (
  id uuid not null primary key,
  experience_id uuid not null references experiences (id) on delete cascade,
  seat_id uuid not null references seats (id) on delete restrict,
  reason text not null check (length(reason) <= 600),
  replaced_by_seat_id uuid,
  declared_at timestamptz not null,
  unique (experience_id, seat_id)
);
create index reading_recusals_seat on reading_recusals (seat_id);

create table readings (
  id uuid not null primary key,
  pair_id uuid not null references pairs (id) on delete cascade,
  experience_id uuid not null,
  seat_id uuid not null references seats (id) on delete restrict,
  coding text not null,
  criteria text not null,
  remark text check (length(remark) <= 2000),
  saved_at timestamptz not null,
  given_at timestamptz,
  version integer not null,
  unique (pair_id, seat_id)
);
create index readings_seat on readings (seat_id);
create index readings_experience on readings (experience_id);

create table settlements (
  id uuid not null primary key,
  pair_id uuid not null unique references pairs (id) on delete cascade,
  experience_id uuid not null,
  coding text not null,
  reason text not null check (length(reason) <= 2000),
  proposed_by_seat_id uuid not null,
  proposed_at timestamptz not null,
  accepted_by_seat_id uuid,
  accepted_at timestamptz,
  version integer not null
);
create index settlements_experience on settlements (experience_id);

create table selections (
  id uuid not null primary key,
  experience_id uuid not null unique references experiences (id) on delete cascade,
  deliberation_id uuid not null references deliberations (id) on delete restrict,
  remarkable boolean not null,
  motives text not null,
  minority_opinions text not null,
  decided_at timestamptz not null
);
create index selections_deliberation on selections (deliberation_id);
