-- Resources: each table begins with the same columns, the header.

create table project (
    id varchar not null,
    organization varchar not null,
    project varchar,
    revision bigint not null,
    created_at bigint not null,
    created_by varchar not null,
    modified_at bigint not null,
    modified_by varchar not null,
    name varchar not null,
    description text not null,
    attributes text not null,
    constraint project_key primary key (id)
);

create index project_by_organization on project (organization, created_at);

create table connection (
    id varchar not null,
    organization varchar not null,
    project varchar,
    revision bigint not null,
    created_at bigint not null,
    created_by varchar not null,
    modified_at bigint not null,
    modified_by varchar not null,
    kind varchar not null,
    type varchar not null,
    name varchar not null,
    description text not null,
    secret varchar,
    attributes text not null,
    constraint connection_key primary key (id)
);

create index connection_by_organization on connection (organization, created_at);

create table model (
    id varchar not null,
    organization varchar not null,
    project varchar,
    revision bigint not null,
    created_at bigint not null,
    created_by varchar not null,
    modified_at bigint not null,
    modified_by varchar not null,
    name varchar not null,
    version varchar not null,
    task varchar not null,
    columns text not null,
    store varchar,
    scoring varchar,
    attributes text not null,
    constraint model_key primary key (id)
);

create index model_by_organization on model (organization, created_at);

create table dataset (
    id varchar not null,
    organization varchar not null,
    project varchar,
    revision bigint not null,
    created_at bigint not null,
    created_by varchar not null,
    modified_at bigint not null,
    modified_by varchar not null,
    model varchar,
    kind varchar not null,
    type varchar not null,
    name varchar not null,
    description text not null,
    columns text not null,
    growth varchar not null,
    retention varchar,
    attributes text not null,
    constraint dataset_key primary key (id)
);

create index dataset_by_organization on dataset (organization, created_at);

create table secret (
    id varchar not null,
    organization varchar not null,
    project varchar,
    revision bigint not null,
    created_at bigint not null,
    created_by varchar not null,
    modified_at bigint not null,
    modified_by varchar not null,
    name varchar not null,
    type varchar not null,
    sealed text not null,
    constraint secret_key primary key (id)
);

create index secret_by_organization on secret (organization, created_at);
