create unique index deliberations_open on deliberations (subject_kind, subject_id) where closed_at is null;
