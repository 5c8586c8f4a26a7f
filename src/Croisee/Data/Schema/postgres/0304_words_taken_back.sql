-- What somebody said to the group may be taken back by them, or hidden with a reason by whoever leads: the words go, that something was said stays.
alter table opinions add column gone_at timestamptz;
alter table opinions add column gone_why text check (length(gone_why) <= 2000);
alter table remarks add column gone_at timestamptz;
alter table remarks add column gone_why text check (length(gone_why) <= 2000);
