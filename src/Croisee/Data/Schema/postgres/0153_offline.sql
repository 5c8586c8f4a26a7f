-- Devices that collect answers without a network: what they are, not whose. The private half of their key is sealed.
create table offline_devices (
  id uuid not null primary key,
  survey_id uuid not null references surveys (id) on delete cascade,
  place_id uuid not null,
  helper text not null,
  prepared_on date not null,
  public_key text not null check (length(public_key) <= 400),
  private_key text not null check (length(private_key) <= 2000),
  received integer not null,
  last_on date,
  version integer not null
);
create index offline_devices_survey on offline_devices (survey_id);

-- Late answers, still sealed, in the order of their random ids.
create table late_envelopes (
  survey_id uuid not null,
  id uuid not null,
  device_id uuid not null references offline_devices (id) on delete cascade,
  place_id uuid not null,
  day date not null,
  content text not null check (length(content) <= 400000),
  reason text not null,
  primary key (survey_id, id)
);
create index late_envelopes_device on late_envelopes (device_id);
