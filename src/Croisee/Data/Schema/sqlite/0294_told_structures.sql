-- Who carries what a published sheet tells, as the page says it: its name, its place, and the FINESS number that is not shown. Emptied with a withdrawal.
-- While a correction is open, the experience has the number of the correction, that nobody agreed to yet: the sheet gets its own when it is published again.
alter table sheets add column structure_key text not null default '';
alter table sheets add column structure_place text not null default '';
alter table sheets add column structure_finess text;
update sheets set
  structure_key = (select e.structure_key from experiences e where e.id = sheets.id),
  structure_finess = (select e.structure_finess from experiences e where e.id = sheets.id and e.state = 'Published')
where withdrawn_at is null;
create index sheets_structure on sheets (structure_key) where structure_key <> '';
create index sheets_finess on sheets (structure_finess) where structure_finess is not null;

-- What the moderation says of two names in their places: one organisation, or two. Undone, the row stays and counts no more.
create table structure_ties (
  id text not null primary key,
  one_key text not null,
  one_place text not null,
  other_key text not null,
  other_place text not null,
  verdict text not null,
  reason text not null check (length(reason) <= 500),
  organisation_id text not null references organisations (id) on delete cascade,
  at text not null,
  undone_at text,
  undone_reason text check (length(undone_reason) <= 500),
  version integer not null
);
create unique index structure_ties_once on structure_ties (one_key, one_place, other_key, other_place) where undone_at is null;
create index structure_ties_other on structure_ties (other_key);
create index structure_ties_organisation on structure_ties (organisation_id);
