-- Archives that are kept for monitors of models, one for a definition; blobs hold their bytes.

create table monitor_archive (
    id varchar not null,
    organization varchar not null,
    project varchar,
    revision bigint not null,
    created_at bigint not null,
    created_by varchar not null,
    modified_at bigint not null,
    modified_by varchar not null,
    model varchar not null,
    definition varchar not null,
    name varchar not null,
    blob varchar not null,
    byte_count bigint not null,
    sha256 varchar not null,
    constraint monitor_archive_key primary key (id),
    constraint monitor_archive_of_model unique (model, definition)
);

create index monitor_archive_by_organization on monitor_archive (organization, created_at);
