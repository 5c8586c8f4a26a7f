-- The form by which a paper was keyed: sent twice, it is one keying and verifies nothing.
alter table paper_entries add column once text;
