-- Since when a sheet of the experience is shown: a correction in progress changes its state, not this.
alter table experiences add column shown_since timestamptz;
update experiences set shown_since = (select s.published_at from sheets s where s.id = experiences.id and s.withdrawn_at is null);

-- A file taken out of a text while its sheet is public stays for the sheet until the next one.
alter table attachments add column removed_at timestamptz;
