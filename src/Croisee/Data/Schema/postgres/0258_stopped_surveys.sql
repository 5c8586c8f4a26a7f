-- The instant at which a survey was stopped before its last day; nothing where it goes on to the end of it.
alter table surveys add column closed_at timestamptz;
