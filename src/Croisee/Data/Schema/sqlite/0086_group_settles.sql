-- Where a pair does not settle, the group decides; every proposal of an agreement is kept.
alter table pairs add column handed_over_at text;
alter table pairs add column handed_over_reason text check (length(handed_over_reason) <= 1000);
create table settlement_proposals (
  id text not null primary key,
  settlement_id text not null references settlements (id) on delete cascade,
  seat_id text,
  coding text not null,
  reason text not null check (length(reason) <= 2000),
  proposed_at text not null,
  framework_edition integer not null
);
create index settlement_proposals_settlement on settlement_proposals (settlement_id);
insert into settlement_proposals (id, settlement_id, seat_id, coding, reason, proposed_at, framework_edition)
  select id, id, proposed_by_seat_id, coding, reason, proposed_at, 0 from settlements;
