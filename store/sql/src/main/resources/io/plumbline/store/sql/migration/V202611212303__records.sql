-- Files of records, the batches in them and their profiles.

create table record_file (
    id varchar not null,
    dataset varchar not null,
    content varchar not null,
    row_count bigint not null,
    byte_count bigint not null,
    earliest bigint not null,
    latest bigint not null,
    sequence_number bigint not null,
    constraint record_file_key primary key (id)
);

create index record_file_by_dataset on record_file (dataset, sequence_number);

create table record_batch (
    dataset varchar not null,
    batch_id varchar not null,
    row_count bigint not null,
    received_at bigint not null,
    constraint record_batch_key primary key (dataset, batch_id)
);

-- The profile of a column over an hour (counted since 1970-01-01T00:00Z) of the records in a file.
create table profile_cell (
    file varchar not null,
    utc_hour bigint not null,
    column_name varchar not null,
    profile bytea not null,
    constraint profile_cell_key primary key (file, utc_hour, column_name),
    constraint profile_cell_file foreign key (file) references record_file (id) on delete cascade
);
