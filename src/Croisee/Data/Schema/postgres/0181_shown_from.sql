-- From how many answers of a survey something may be shown (CMP-R3): chosen when it opens, never below ten.
alter table surveys add column shown_from integer not null default 10 check (shown_from >= 10);
