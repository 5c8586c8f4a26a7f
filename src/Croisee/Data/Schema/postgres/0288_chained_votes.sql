-- What happens to an urn is linked, print after print: what is changed in the database fits no more (S20).
create table chain_links (
  id uuid not null primary key,
  deliberation_id uuid not null references deliberations (id) on delete cascade,
  number integer not null,
  kind text not null,
  content text not null,
  print text not null check (length(print) = 64),
  seal text not null
);
-- No unique number: two acts at one instant are told apart by the question's version, which asks the second to look again.
create index chain_links_deliberation on chain_links (deliberation_id);
create function chain_links_kept() returns trigger language plpgsql as $$
begin
  raise exception 'A link is never changed or removed.';
end $$;
create trigger chain_links_kept before update or delete on chain_links for each row execute function chain_links_kept();

-- Votes that are open begin their chain, and closed ones are marked as having none, under a seal, by the start that applies this script (ChainOlderVotes): no other question may lack one.
alter table deliberations add column chained boolean not null default false;

-- Chance, so that the print of a ballot says nothing of it.
drop trigger ballots_kept on ballots;
alter table ballots add column salt text not null default '';
update ballots set salt = replace(gen_random_uuid()::text, '-', '');
create or replace function ballots_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if not exists (select 1 from deliberations d where d.id = old.deliberation_id and d.erased_at is not null) then raise exception 'A ballot is never removed.'; end if;
    return old;
  end if;
  if old.replaced_at is not null or new.replaced_at is null or new.id <> old.id or new.deliberation_id <> old.deliberation_id or new.seat_id <> old.seat_id
    or new.vote <> old.vote or new.motive is distinct from old.motive or new.cast_at <> old.cast_at or new.salt <> old.salt then
    raise exception 'A ballot is never changed.';
  end if;
  return new;
end $$;
create trigger ballots_kept before update or delete on ballots for each row execute function ballots_kept();
