-- How many days the readers of a call have, from the day a pair is given an experience: each call says so; three weeks until somebody does.
alter table reading_groups add column days_to_read integer not null default 21 check (days_to_read between 7 and 180);
