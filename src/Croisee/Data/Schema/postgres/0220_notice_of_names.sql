-- Whom to write to about personal data, and on what the team rests, told where answers bear a name (RGPD art. 13).
alter table surveys add column dpo_for_names text check (length(dpo_for_names) <= 200);
alter table surveys add column basis_for_names text check (length(basis_for_names) <= 20);
