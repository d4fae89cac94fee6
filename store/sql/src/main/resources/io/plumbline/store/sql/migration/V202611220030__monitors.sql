-- Monitors that are enabled for models.

create table monitor (
    id varchar not null,
    organization varchar not null,
    project varchar,
    revision bigint not null,
    created_at bigint not null,
    created_by varchar not null,
    modified_at bigint not null,
    modified_by varchar not null,
    definition varchar not null,
    model varchar not null,
    managed_by varchar not null,
    attributes text not null,
    constraint monitor_key primary key (id),
    constraint monitor_of_model unique (model, definition)
);

create index monitor_by_organization on monitor (organization, created_at);
