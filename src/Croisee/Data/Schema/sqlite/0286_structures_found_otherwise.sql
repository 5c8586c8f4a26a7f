-- The same structure is found by its FINESS number, or by the words of its name in its region: people write one name in several ways.
alter table experiences add column structure_finess text;
alter table experiences add column structure_region text;
update experiences set
  structure_finess = (select nullif(json_extract(s.answers, '$.OrganisationFiness'), '') from deposit_steps s where s.experience_id = experiences.id and s.code = 'structure'),
  structure_region = (select nullif(json_extract(s.answers, '$.Region'), '') from deposit_steps s where s.experience_id = experiences.id and s.code = 'structure');
create index experiences_finess on experiences (structure_finess) where structure_finess is not null;
create index experiences_region on experiences (structure_region) where structure_region is not null;
