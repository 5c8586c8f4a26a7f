-- A sample of papers is keyed by a second person, drawn by the product (S43); how many answers the first had wrong, and nothing of which.
alter table survey_places add column sample_seed integer not null default 0;
update survey_places set sample_seed = abs(random() % 2147483647);
alter table paper_entries add column drawn integer not null default 0;
alter table paper_entries add column compared integer;
alter table paper_entries add column wrong integer;
