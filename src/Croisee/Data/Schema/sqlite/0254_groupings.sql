-- Places of one kind or one department are shown together too, between each of them and the whole: said when the place is added, and never changed (R3).
alter table survey_places add column grouping text check (length(grouping) <= 100);
