-- A moderator who hides a free text, or takes something out of it, says why, from a closed list (RGP-R2).
alter table answer_texts add column motive text;
alter table answer_texts add column masked integer not null default 0;
