-- Whether the browser that asks for a code came in with this address before: it has a share of its own.
alter table sign_in_requests add column known boolean not null default false;
