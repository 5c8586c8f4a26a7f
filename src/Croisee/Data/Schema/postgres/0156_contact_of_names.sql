-- Whom a person asks who wants what bears their name erased: told before the first question.
alter table surveys add column contact_for_names text check (length(contact_for_names) <= 200);
