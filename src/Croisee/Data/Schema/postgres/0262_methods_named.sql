-- A method, a tool or a structure is named as long as a sheet names it: those whose last sheet left before this rule leave too.
-- A link that was taken back keeps, for its authors alone, the name that it had.
update sheet_links set proposed_name = (select m.name from methods m where m.id = sheet_links.method_id), method_id = null where state = 'Refused' and method_id is not null;
delete from methods where not exists (select 1 from sheet_links l where l.method_id = methods.id);
