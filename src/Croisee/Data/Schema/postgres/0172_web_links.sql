-- Links that the authors give beside their files (field 45): where, what it shows, who agreed that it is shown.
create table web_links (
  id uuid not null primary key,
  experience_id uuid not null references experiences (id) on delete cascade,
  address text not null check (length(address) <= 500),
  rights text not null check (length(rights) <= 500),
  alternative text not null check (length(alternative) <= 1000),
  added_at timestamptz not null
);
create index web_links_experience on web_links (experience_id);
