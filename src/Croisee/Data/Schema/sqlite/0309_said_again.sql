-- When words of the group's reasons were corrected on a published sheet: who harvests only what moved must not miss it.
alter table sheets add column reworded_at text;

-- What a name tells is counted by its places and its numbers, at each question with a choice of structures and for each batch of an export: from the index alone.
drop index sheets_structure;
create index sheets_structure on sheets (structure_key, structure_place, structure_finess) where withdrawn_at is null;
