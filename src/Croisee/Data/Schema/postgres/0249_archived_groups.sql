-- A group that has finished: read, chosen no more.
alter table groups add column archived_at timestamptz;
