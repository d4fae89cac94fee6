-- Profiles of labelled records by hour, and how often records were taken away.

create table record_removal (
    dataset varchar not null,
    removals bigint not null,
    constraint record_removal_key primary key (dataset)
);

-- The profiles that a monitor keeps of one kind of records: of which ones, and made from which files.
create table performance_series (
    monitor varchar not null,
    part varchar not null,
    subject text not null,
    revision bigint not null,
    made_from text not null,
    constraint performance_series_key primary key (monitor, part),
    constraint performance_series_of foreign key (monitor) references monitor (id) on delete cascade
);

-- The profiles of an hour (counted since 1970-01-01T00:00Z).
create table performance_cell (
    monitor varchar not null,
    part varchar not null,
    utc_hour bigint not null,
    profiles bytea not null,
    constraint performance_cell_key primary key (monitor, part, utc_hour),
    constraint performance_cell_of foreign key (monitor, part) references performance_series (monitor, part) on delete cascade
);
