-- Recordings of the texts of a questionnaire. Published versions and copies name them: a row is never taken away.
create table questionnaire_sounds (
  questionnaire_id text not null references questionnaires (id) on delete cascade,
  file_id text not null references stored_files (id) on delete restrict,
  added_at text not null,
  primary key (questionnaire_id, file_id)
);
create index questionnaire_sounds_file on questionnaire_sounds (file_id);
