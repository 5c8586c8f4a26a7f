-- When an author's code was last made anew: browsers that the former code opened are closed.
alter table authors add column recoded_at timestamptz;
