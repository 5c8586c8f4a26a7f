create table deliberations (
  id uuid not null primary key,
  reference text not null unique,
  group_id uuid not null references groups (id) on delete restrict,
  question text not null check (length(question) <= 300),
  subject_kind text not null check (length(subject_kind) <= 40),
  subject_id uuid not null,
  rule text not null,
  quorum_kind text not null,
  quorum_value integer not null,
  max_gap integer,
  step text not null,
  opened_at timestamptz not null,
  discussion_at timestamptz,
  ballot_at timestamptz,
  ballot_ends_at timestamptz,
  closed_at timestamptz,
  result text,
  moves integer not null,
  version integer not null,
  check ((step = 'Closed') = (closed_at is not null)),
  check ((closed_at is null) = (result is null))
);
create index deliberations_group on deliberations (group_id);
create index deliberations_subject on deliberations (subject_kind, subject_id);

create table panel_seats (
  id uuid not null primary key,
  deliberation_id uuid not null references deliberations (id) on delete cascade,
  seat_id uuid not null references seats (id) on delete restrict,
  number integer not null,
  college text not null,
  label text not null,
  standing text not null,
  unique (deliberation_id, seat_id)
);
create index panel_seats_seat on panel_seats (seat_id);

create table recusals (
  id uuid not null primary key,
  deliberation_id uuid not null references deliberations (id) on delete cascade,
  seat_id uuid not null references seats (id) on delete restrict,
  reason text not null check (length(reason) <= 600),
  declared_by uuid not null references persons (id) on delete restrict,
  declared_at timestamptz not null,
  restoring text,
  restored_by_seat_id uuid references seats (id) on delete restrict,
  restored_at timestamptz,
  check ((restoring is null) = (restored_at is null)),
  unique (deliberation_id, seat_id)
);
create index recusals_seat on recusals (seat_id);
create index recusals_declared_by on recusals (declared_by);
create index recusals_restored_by_seat on recusals (restored_by_seat_id);

create table opinions (
  id uuid not null primary key,
  deliberation_id uuid not null references deliberations (id) on delete cascade,
  seat_id uuid not null references seats (id) on delete restrict,
  text text not null check (length(text) <= 4000),
  given_at timestamptz not null,
  unique (deliberation_id, seat_id)
);
create index opinions_seat on opinions (seat_id);

create table remarks (
  id uuid not null primary key,
  deliberation_id uuid not null references deliberations (id) on delete cascade,
  seat_id uuid not null references seats (id) on delete restrict,
  text text not null check (length(text) <= 2000),
  said_at timestamptz not null
);
create index remarks_deliberation on remarks (deliberation_id);
create index remarks_seat on remarks (seat_id);

create table ballots (
  id uuid not null primary key,
  deliberation_id uuid not null references deliberations (id) on delete cascade,
  seat_id uuid not null references seats (id) on delete restrict,
  vote text not null check (vote in ('Yes', 'No', 'Abstain')),
  motive text check (length(motive) <= 2000),
  cast_at timestamptz not null,
  replaced_at timestamptz
);
create index ballots_seat on ballots (seat_id);
-- One standing ballot for each seat, whatever is posted at the same instant (S18).
create unique index ballots_once on ballots (deliberation_id, seat_id) where replaced_at is null;
create index ballots_deliberation on ballots (deliberation_id);

-- A ballot is kept as it was cast; the only change it may know is to be replaced, once.
create function ballots_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'A ballot is never removed.'; end if;
  if old.replaced_at is not null or new.replaced_at is null or new.id <> old.id or new.deliberation_id <> old.deliberation_id or new.seat_id <> old.seat_id
    or new.vote <> old.vote or new.motive is distinct from old.motive or new.cast_at <> old.cast_at then
    raise exception 'A ballot is never changed.';
  end if;
  return new;
end $$;
create trigger ballots_kept before update or delete on ballots for each row execute function ballots_kept();
