create table reading_groups (
  id text not null primary key,
  call_id text not null unique references calls (id) on delete restrict,
  group_id text not null references groups (id) on delete restrict,
  chosen_at text not null,
  opened_at text,
  version integer not null
);
create index reading_groups_group on reading_groups (group_id);

create table pairs (
  id text not null primary key,
  experience_id text not null references experiences (id) on delete cascade,
  group_id text not null references groups (id) on delete restrict,
  service_user_seat_id text not null references seats (id) on delete restrict,
  professional_seat_id text not null references seats (id) on delete restrict,
  due_on text not null,
  assigned_at text not null,
  settled_at text,
  version integer not null
);
create index pairs_experience on pairs (experience_id);
create index pairs_users on pairs (service_user_seat_id);
create index pairs_professionals on pairs (professional_seat_id);
create index pairs_group on pairs (group_id);

create table reading_recusals (
  id text not null primary key,
  experience_id text not null references experiences (id) on delete cascade,
  seat_id text not null references seats (id) on delete restrict,
  reason text not null check (length(reason) <= 600),
  replaced_by_seat_id text,
  declared_at text not null,
  unique (experience_id, seat_id)
);
create index reading_recusals_seat on reading_recusals (seat_id);

create table readings (
  id text not null primary key,
  pair_id text not null references pairs (id) on delete cascade,
  experience_id text not null,
  seat_id text not null references seats (id) on delete restrict,
  coding text not null,
  criteria text not null,
  remark text check (length(remark) <= 2000),
  saved_at text not null,
  given_at text,
  version integer not null,
  unique (pair_id, seat_id)
);
create index readings_seat on readings (seat_id);
create index readings_experience on readings (experience_id);

create table settlements (
  id text not null primary key,
  pair_id text not null unique references pairs (id) on delete cascade,
  experience_id text not null,
  coding text not null,
  reason text not null check (length(reason) <= 2000),
  proposed_by_seat_id text not null,
  proposed_at text not null,
  accepted_by_seat_id text,
  accepted_at text,
  version integer not null
);
create index settlements_experience on settlements (experience_id);

create table selections (
  id text not null primary key,
  experience_id text not null unique references experiences (id) on delete cascade,
  deliberation_id text not null references deliberations (id) on delete restrict,
  remarkable integer not null,
  motives text not null,
  minority_opinions text not null,
  decided_at text not null
);
create index selections_deliberation on selections (deliberation_id);
