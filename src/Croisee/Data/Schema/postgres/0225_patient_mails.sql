-- A server that is away is counted apart from a refusal; codes leave first; a farewell leaves no address behind.
alter table outgoing_mails add column failing_since timestamptz;
alter table outgoing_mails add column is_held boolean not null default false;
alter table outgoing_mails add column is_urgent boolean not null default false;
alter table outgoing_mails add column is_last boolean not null default false;
