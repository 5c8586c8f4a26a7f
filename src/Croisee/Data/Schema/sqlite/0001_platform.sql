create table journal_entries (
  id text not null primary key,
  at text not null,
  actor_kind text not null,
  actor_id text,
  act text not null,
  subject_type text not null,
  subject_id text not null,
  organisation_id text,
  reason text,
  changes text
);
create index journal_entries_subject on journal_entries (subject_id, at);
create index journal_entries_at on journal_entries (at);
create trigger journal_entries_no_update before update on journal_entries begin select raise(abort, 'journal entries are append-only'); end;
-- Retention deletes by day, after the period of docs/what-we-store.md; nothing younger than six months ever leaves.
create trigger journal_entries_no_delete before delete on journal_entries when old.at > datetime('now', '-6 months') begin select raise(abort, 'journal entries are append-only'); end;

create table outgoing_mails (
  id text not null primary key,
  "to" text not null,
  subject text not null,
  text text not null,
  html text not null,
  created_at text not null,
  not_before text not null,
  state text not null,
  tries integer not null,
  sent_at text,
  last_error text
);
create index outgoing_mails_due on outgoing_mails (state, not_before);

create table notices (
  id text not null primary key,
  "to" text not null,
  line text not null,
  path text not null,
  created_at text not null,
  bundled_at text
);
create index notices_open on notices (bundled_at, created_at);

create table job_runs (
  name text not null primary key,
  started_at text,
  ended_at text,
  lease_until text not null,
  last_error text
);

create table protection_keys (
  name text not null primary key,
  xml text not null
);
