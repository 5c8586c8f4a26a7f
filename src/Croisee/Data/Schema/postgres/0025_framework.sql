create table framework_labels (
  id uuid not null primary key,
  vocabulary text not null,
  code text not null,
  label text,
  easy_label text,
  active boolean not null,
  version integer not null
);
create unique index framework_labels_code on framework_labels (code);
