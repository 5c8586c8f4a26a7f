-- The last day of a vote may be moved, with a reason that members read.
alter table deliberations add column end_moved_at text;
alter table deliberations add column end_reason text check (length(end_reason) <= 2000);
-- A seat whose person has left the group leaves the roll without a link being said.
alter table recusals add column departed integer not null default 0;
