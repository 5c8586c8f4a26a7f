create table deliberations (
  id text not null primary key,
  reference text not null unique,
  group_id text not null references groups (id) on delete restrict,
  question text not null check (length(question) <= 300),
  subject_kind text not null check (length(subject_kind) <= 40),
  subject_id text not null,
  rule text not null,
  quorum_kind text not null,
  quorum_value integer not null,
  max_gap integer,
  step text not null,
  opened_at text not null,
  discussion_at text,
  ballot_at text,
  ballot_ends_at text,
  closed_at text,
  result text,
  moves integer not null,
  version integer not null,
  check ((step = 'Closed') = (closed_at is not null)),
  check ((closed_at is null) = (result is null))
);
create index deliberations_group on deliberations (group_id);
create index deliberations_subject on deliberations (subject_kind, subject_id);

create table panel_seats (
  id text not null primary key,
  deliberation_id text not null references deliberations (id) on delete cascade,
  seat_id text not null references seats (id) on delete restrict,
  number integer not null,
  college text not null,
  label text not null,
  standing text not null,
  unique (deliberation_id, seat_id)
);
create index panel_seats_seat on panel_seats (seat_id);

create table recusals (
  id text not null primary key,
  deliberation_id text not null references deliberations (id) on delete cascade,
  seat_id text not null references seats (id) on delete restrict,
  reason text not null check (length(reason) <= 600),
  declared_by text not null references persons (id) on delete restrict,
  declared_at text not null,
  restoring text,
  restored_by_seat_id text references seats (id) on delete restrict,
  restored_at text,
  check ((restoring is null) = (restored_at is null)),
  unique (deliberation_id, seat_id)
);
create index recusals_seat on recusals (seat_id);
create index recusals_declared_by on recusals (declared_by);
create index recusals_restored_by_seat on recusals (restored_by_seat_id);

create table opinions (
  id text not null primary key,
  deliberation_id text not null references deliberations (id) on delete cascade,
  seat_id text not null references seats (id) on delete restrict,
  text text not null check (length(text) <= 4000),
  given_at text not null,
  unique (deliberation_id, seat_id)
);
create index opinions_seat on opinions (seat_id);

create table remarks (
  id text not null primary key,
  deliberation_id text not null references deliberations (id) on delete cascade,
  seat_id text not null references seats (id) on delete restrict,
  text text not null check (length(text) <= 2000),
  said_at text not null
);
create index remarks_deliberation on remarks (deliberation_id);
create index remarks_seat on remarks (seat_id);

create table ballots (
  id text not null primary key,
  deliberation_id text not null references deliberations (id) on delete cascade,
  seat_id text not null references seats (id) on delete restrict,
  vote text not null check (vote in ('Yes', 'No', 'Abstain')),
  motive text check (length(motive) <= 2000),
  cast_at text not null,
  replaced_at text
);
create index ballots_seat on ballots (seat_id);
-- One standing ballot for each seat, whatever is posted at the same instant (S18).
create unique index ballots_once on ballots (deliberation_id, seat_id) where replaced_at is null;
create index ballots_deliberation on ballots (deliberation_id);

-- A ballot is kept as it was cast; the only change it may know is to be replaced, once.
create trigger ballots_kept before update on ballots
when old.replaced_at is not null or new.replaced_at is null or new.id <> old.id or new.deliberation_id <> old.deliberation_id or new.seat_id <> old.seat_id
  or new.vote <> old.vote or new.motive is not old.motive or new.cast_at <> old.cast_at
begin select raise(abort, 'A ballot is never changed.'); end;
create trigger ballots_stay before delete on ballots
begin select raise(abort, 'A ballot is never removed.'); end;
