-- True from a publication until what it counted is written anew, part by part: stopped in between, the next hour knows that it must be done.
alter table survey_ledgers add column keeps_order boolean not null default false;
