-- A card that was not served and no longer opens anything: whoever holds it is told so, not that they mistyped.
alter table one_time_codes add column cancelled integer not null default 0;
