-- A free text is read by nobody, moderator included, before ten persons answered at its place since the last texts were opened there (R4, R9).
alter table answer_texts add column opened integer not null default 0;
-- Opened with those of other places, because too few answered at its own: shown with the whole only.
alter table answer_texts add column mixed integer not null default 0;
alter table survey_places add column texts_opened_at integer not null default 0;
update answer_texts set opened = 1 where state <> 'Waiting';
