-- A decision that will be read asks for its reason (EXP-R9): those about experiences that are still open, too.
alter table deliberations add column asks_reason integer not null default 0;
update deliberations set asks_reason = 1 where subject_kind = 'experience' and closed_at is null;
alter table deliberations add column awaits_reason integer not null default 0;
alter table deliberations add column reason text check (length(reason) <= 2000);

-- What each said and voted is kept no longer than announced; the result stays.
alter table deliberations add column erased_at text check (erased_at is null or closed_at is not null);
alter table readings add column words_erased_at text;

-- The texts that the group decided about: what authors change afterwards is said beside its choice.
alter table selections add column decided_text text;

-- A ballot is removed only where its question, closed, says that it was erased.
drop trigger ballots_stay;
create trigger ballots_stay before delete on ballots when not exists (select 1 from deliberations d where d.id = old.deliberation_id and d.erased_at is not null)
begin select raise(abort, 'A ballot is never removed.'); end;
