-- Who read the easy words of a published questionnaire (FAL-R1); nobody, for those published before it was asked.
alter table questionnaire_revisions add column easy_state text not null default 'FALC_LANGAGE_CLAIR' check (easy_state in ('FALC_LANGAGE_CLAIR', 'FALC_EN_RELECTURE', 'FALC_VALIDE'));
alter table questionnaire_revisions add column easy_readers integer;
alter table questionnaire_revisions add column easy_read_on text;
