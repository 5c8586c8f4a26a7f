-- The session that a code opened: a second click there is answered like the first.
alter table used_codes add column session_id text;
