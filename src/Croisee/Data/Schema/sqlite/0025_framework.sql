create table framework_labels (
  id text not null primary key,
  vocabulary text not null,
  code text not null,
  label text,
  easy_label text,
  active integer not null,
  version integer not null
);
create unique index framework_labels_code on framework_labels (code);
