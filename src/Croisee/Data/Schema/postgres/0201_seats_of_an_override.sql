-- The seats that an override of parity saw sitting: with others, it holds no more. Those given before keep their counts.
alter table parity_overrides add column seats text;
