-- A server that is away is counted apart from a refusal; codes leave first; a farewell leaves no address behind.
alter table outgoing_mails add column failing_since text;
alter table outgoing_mails add column is_held integer not null default 0;
alter table outgoing_mails add column is_urgent integer not null default 0;
alter table outgoing_mails add column is_last integer not null default 0;
