-- Another address for an account: the code goes to the new one.
create table email_changes (
  id text not null primary key,
  person_id text not null references persons (id) on delete cascade,
  email text not null,
  asked_at text not null,
  code_hash text,
  tries integer not null,
  used_at text
);
create index email_changes_person on email_changes (person_id, asked_at);
create index email_changes_email on email_changes (email, asked_at);
