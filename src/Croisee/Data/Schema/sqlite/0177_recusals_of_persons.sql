-- A declared link is the person's: another seat of the same person is recused too (EXP-R8).
alter table reading_recusals add column person_id text references persons (id) on delete restrict;
update reading_recusals set person_id = (select s.person_id from seats s where s.id = reading_recusals.seat_id);
create index reading_recusals_person on reading_recusals (person_id);
