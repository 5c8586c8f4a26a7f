-- Who looked at what the product had set aside and leaves it so, and on which day (S23).
alter table set_asides add column left_by_id text;
alter table set_asides add column left_on text;
