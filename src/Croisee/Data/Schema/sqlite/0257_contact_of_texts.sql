-- Asked wherever words are read or names kept, no longer of names alone (RGPD art. 13).
alter table surveys rename column contact_for_names to contact;
alter table surveys rename column dpo_for_names to dpo;
alter table surveys rename column basis_for_names to basis;
