-- A declared link ends an agreement that is not given yet, and what the other reader proposed stays, set aside: who reads the history sees why.
alter table settlements add column voided_at timestamptz;
alter table settlement_proposals add column set_aside_at timestamptz;
