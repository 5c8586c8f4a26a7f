-- The version of the library (search_state) that a saved search has been compared with: the next round begins there.
alter table saved_searches add column looked_at integer not null default 0;
