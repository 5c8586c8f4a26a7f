-- What a reader keeps of their own words: the hash of a code. What is asked about words that are shown, and what the moderation answered.
alter table reader_words add column code_hash text check (length(code_hash) <= 64);
alter table reader_words add column reread_asked_at text;
alter table reader_words add column reread_why text;
alter table reader_words add column reread_said text check (length(reread_said) <= 500);
alter table reader_words add column reread_by_authors integer not null default 0;
alter table reader_words add column kept_at text;
alter table reader_words add column kept_because text check (length(kept_because) <= 500);
create unique index reader_words_by_code on reader_words (code_hash);
create index reader_words_reread on reader_words (reread_asked_at) where reread_asked_at is not null;
