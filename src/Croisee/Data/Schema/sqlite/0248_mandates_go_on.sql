-- The seat whose ended mandate left this place open, and the last day that those who lead were told of: a mandate can go on in its own seat.
alter table seats add column follows_id text references seats (id) on delete set null;
alter table seats add column end_told text;
create index seats_follows on seats (follows_id);
