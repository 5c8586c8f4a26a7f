-- Where a team tries what it is writing. No answer given there is kept anywhere.
alter table questionnaires add column trial_code text;
create unique index questionnaires_trial on questionnaires (trial_code) where trial_code is not null;
