-- A number taken before the lock could be committed after a higher one: whoever reads the library from the last number on would pass over its sheet.
-- Taken under the lock, numbers too appear in the order of their commits.
create function searched_sheets_enter() returns trigger language plpgsql as $$
begin
  update search_state set version = version + 1 returning version into new.changed;
  new.no := nextval(pg_get_serial_sequence('searched_sheets', 'no'));
  return new;
end $$;

drop trigger searched_sheets_added on searched_sheets;
create trigger searched_sheets_added before insert on searched_sheets
  for each row execute function searched_sheets_enter();
