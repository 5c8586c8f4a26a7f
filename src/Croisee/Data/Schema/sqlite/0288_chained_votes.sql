-- What happens to an urn is linked, print after print: what is changed in the database fits no more (S20).
create table chain_links (
  id text not null primary key,
  deliberation_id text not null references deliberations (id) on delete cascade,
  number integer not null,
  kind text not null,
  content text not null,
  print text not null check (length(print) = 64),
  seal text not null
);
-- No unique number: two acts at one instant are told apart by the question's version, which asks the second to look again.
create index chain_links_deliberation on chain_links (deliberation_id);
create trigger chain_links_kept before update on chain_links begin select raise(abort, 'A link is never changed.'); end;
create trigger chain_links_stay before delete on chain_links begin select raise(abort, 'A link is never removed.'); end;

-- Votes that are open begin their chain, and closed ones are marked as having none, under a seal, by the start that applies this script (ChainOlderVotes): no other question may lack one.
alter table deliberations add column chained integer not null default 0;

-- Chance, so that the print of a ballot says nothing of it.
alter table ballots add column salt text not null default '';
drop trigger ballots_kept;
update ballots set salt = lower(hex(randomblob(16)));
create trigger ballots_kept before update on ballots
when old.replaced_at is not null or new.replaced_at is null or new.id <> old.id or new.deliberation_id <> old.deliberation_id or new.seat_id <> old.seat_id
  or new.vote <> old.vote or new.motive is not old.motive or new.cast_at <> old.cast_at or new.salt <> old.salt
begin select raise(abort, 'A ballot is never changed.'); end;
