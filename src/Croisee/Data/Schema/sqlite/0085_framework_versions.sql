-- Words of the framework are versioned: each change is an edition, and a coding names the one it was made with.
alter table framework_labels add column definition text;
create table term_versions (
  id text not null primary key,
  edition integer not null unique,
  vocabulary text not null,
  code text not null,
  label text not null,
  easy_label text not null,
  definition text,
  offered integer not null,
  reason text not null,
  at text not null
);
create index term_versions_vocabulary on term_versions (vocabulary);
alter table readings add column framework_edition integer not null default 0;
