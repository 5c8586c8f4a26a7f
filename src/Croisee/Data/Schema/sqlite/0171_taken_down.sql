-- Who took a sheet off the public: its authors, for good, or the organisation, which may ask them again.
alter table sheets add column taken_down integer not null default 0;
