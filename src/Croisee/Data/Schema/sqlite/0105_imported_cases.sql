-- Cases taken over from Participedia (Library/Participedia): a collection of its own, tied to nothing else.
create table imported_cases (
  id text not null primary key,
  number text not null,
  language text not null,
  title text not null,
  licence text not null,
  content text not null,
  imported_at text not null
);
create unique index imported_cases_number on imported_cases (number);
