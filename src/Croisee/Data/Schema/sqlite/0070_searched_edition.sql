-- Which reading of a sheet's codes its searched row was made by (SheetFacets.Edition); rows of an older one are made again at start.
alter table searched_sheets add column edition integer not null default 0;
