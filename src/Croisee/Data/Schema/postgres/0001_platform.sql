create table journal_entries (
  id uuid not null primary key,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  act text not null,
  subject_type text not null,
  subject_id uuid not null,
  organisation_id uuid,
  reason text,
  changes text
);
create index journal_entries_subject on journal_entries (subject_id, at);
create index journal_entries_at on journal_entries (at);
create function journal_entries_append_only() returns trigger language plpgsql as $$ begin raise exception 'journal entries are append-only'; end $$;
create trigger journal_entries_no_update before update on journal_entries for each row execute function journal_entries_append_only();
-- Retention deletes by day, after the period of docs/what-we-store.md; nothing younger than six months ever leaves.
create trigger journal_entries_no_delete before delete on journal_entries for each row when (old.at > now() - interval '6 months') execute function journal_entries_append_only();

create table outgoing_mails (
  id uuid not null primary key,
  "to" text not null,
  subject text not null,
  text text not null,
  html text not null,
  created_at timestamptz not null,
  not_before timestamptz not null,
  state text not null,
  tries integer not null,
  sent_at timestamptz,
  last_error text
);
create index outgoing_mails_due on outgoing_mails (state, not_before);

create table notices (
  id uuid not null primary key,
  "to" text not null,
  line text not null,
  path text not null,
  created_at timestamptz not null,
  bundled_at timestamptz
);
create index notices_open on notices (bundled_at, created_at);

create table job_runs (
  name text not null primary key,
  started_at timestamptz,
  ended_at timestamptz,
  lease_until timestamptz not null,
  last_error text
);

create table protection_keys (
  name text not null primary key,
  xml text not null
);
