-- What searching reads (Library/SearchedSheet.cs). Rows are hidden, seldom deleted; numbers are never given twice.
create table searched_sheets (
  no integer primary key autoincrement,
  id text not null unique,
  title text not null,
  text text not null,
  codes text not null,
  published_on text not null,
  shown integer not null,
  changed integer not null default 0
);
create index searched_sheets_by_change on searched_sheets (changed);

-- The library's version: one more for each change of a row. emptied: one more for each deleted row.
create table search_state (
  one integer primary key check (one = 1),
  version integer not null,
  emptied integer not null
);
insert into search_state (one, version, emptied) values (1, 0, 0);

create trigger searched_sheets_added after insert on searched_sheets
begin
  update search_state set version = version + 1;
  update searched_sheets set changed = (select version from search_state) where no = new.no;
end;

create trigger searched_sheets_changed after update of title, text, codes, published_on, shown on searched_sheets
begin
  update search_state set version = version + 1;
  update searched_sheets set changed = (select version from search_state) where no = new.no;
end;

create trigger searched_sheets_deleted after delete on searched_sheets
begin
  update search_state set version = version + 1, emptied = emptied + 1;
end;
