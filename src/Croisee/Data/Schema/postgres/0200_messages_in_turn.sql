-- The place of a message in its exchange: the same form sent twice at once takes one. Older messages keep their day alone.
alter table messages add column number integer;
create unique index messages_number on messages (experience_id, number);
