-- The pair of keys of a place that gives cards; the private half is sealed.
create table ticket_keys (
  place_id uuid not null primary key references survey_places (id) on delete cascade,
  public_key text not null check (length(public_key) <= 800),
  private_key text not null check (length(private_key) <= 4000)
);

-- Tickets that answered, in the order of their random ids. No foreign key: its index would keep the order of arrival.
create table spent_tickets (
  place_id uuid not null,
  id uuid not null,
  primary key (place_id, id)
);

alter table one_time_codes add column blinded text check (length(blinded) <= 64);

-- Answers kept for later, closed by a code that nothing here holds: no survey, no place, no hour.
create table answer_drafts (
  id uuid not null primary key,
  sealed text not null check (length(sealed) <= 800000),
  until date not null
);
