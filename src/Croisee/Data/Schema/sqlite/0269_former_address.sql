-- The address that an account left: an administrator can give the account back to whoever has it.
alter table email_changes add column former_email text;
create index email_changes_former on email_changes (former_email) where former_email is not null;
