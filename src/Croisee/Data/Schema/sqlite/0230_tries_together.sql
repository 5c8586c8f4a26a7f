-- When a wrong code was last tried: tries count together for an address and a network.
alter table sign_in_requests add column tried_at text;
