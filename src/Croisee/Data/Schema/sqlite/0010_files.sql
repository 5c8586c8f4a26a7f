create table stored_files (
    id text not null primary key,
    disk_name text not null unique,
    kind text not null,
    length integer not null,
    digest text not null,
    original_name text not null,
    metadata_left integer not null,
    state text not null,
    reason text null,
    threat text null,
    scanned integer not null,
    tries integer not null,
    stored_at text not null,
    rights_statement text null,
    alternative_text text null,
    check (length >= 0 and tries >= 0),
    check ((state = 'Refused') = (reason is not null))
);

-- The antivirus's queue: short, and asked for every few minutes.
create index ix_stored_files_waiting on stored_files (tries, stored_at) where state = 'Quarantine' or scanned = 0;
