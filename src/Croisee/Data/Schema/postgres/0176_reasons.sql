-- A decision that will be read asks for its reason (EXP-R9): those about experiences that are still open, too.
alter table deliberations add column asks_reason boolean not null default false;
update deliberations set asks_reason = true where subject_kind = 'experience' and closed_at is null;
alter table deliberations add column awaits_reason boolean not null default false;
alter table deliberations add column reason text check (length(reason) <= 2000);

-- What each said and voted is kept no longer than announced; the result stays.
alter table deliberations add column erased_at timestamptz check (erased_at is null or closed_at is not null);
alter table readings add column words_erased_at timestamptz;

-- The texts that the group decided about: what authors change afterwards is said beside its choice.
alter table selections add column decided_text text;

-- A ballot is removed only where its question, closed, says that it was erased.
create or replace function ballots_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if not exists (select 1 from deliberations d where d.id = old.deliberation_id and d.erased_at is not null) then raise exception 'A ballot is never removed.'; end if;
    return old;
  end if;
  if old.replaced_at is not null or new.replaced_at is null or new.id <> old.id or new.deliberation_id <> old.deliberation_id or new.seat_id <> old.seat_id
    or new.vote <> old.vote or new.motive is distinct from old.motive or new.cast_at <> old.cast_at then
    raise exception 'A ballot is never changed.';
  end if;
  return new;
end $$;
