-- The team's own devices are counted apart from those that whoever read a poster prepares (S23). Those of before stay among the team's.
alter table surveys add column team_code text not null default '';
update surveys set team_code = lower(hex(randomblob(5)));
alter table offline_devices add column is_of_team integer not null default 1;
