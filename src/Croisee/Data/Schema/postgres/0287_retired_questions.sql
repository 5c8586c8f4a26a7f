-- A question that somebody answered is not removed any more: it is asked no longer, and its answers go on being read.
alter table call_questions add column retired_at timestamptz;
