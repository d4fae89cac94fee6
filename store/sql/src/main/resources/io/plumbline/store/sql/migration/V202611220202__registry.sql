-- Models that were registered under a name, and their versions.

create table registered_model (
    id varchar not null,
    organization varchar not null,
    name varchar not null,
    description text not null,
    owner varchar not null,
    created_at bigint not null,
    updated_at bigint not null,
    aliases text not null,
    last_version int not null,
    constraint registered_model_key primary key (id),
    constraint registered_model_name unique (organization, name)
);

create table registered_model_tag (
    model varchar not null,
    name varchar not null,
    value text not null,
    constraint registered_model_tag_key primary key (model, name),
    constraint registered_model_tag_model foreign key (model) references registered_model (id) on delete cascade
);

create table model_version (
    model varchar not null,
    version int not null,
    organization varchar not null,
    description text not null,
    source text not null,
    run varchar,
    run_link text not null,
    logged_model text not null,
    stage varchar not null,
    owner varchar not null,
    created_at bigint not null,
    updated_at bigint not null,
    constraint model_version_key primary key (model, version),
    constraint model_version_model foreign key (model) references registered_model (id) on delete cascade
);

create index model_version_by_organization on model_version (organization, model, version);
create index model_version_by_run on model_version (run);

create table model_version_tag (
    model varchar not null,
    version int not null,
    name varchar not null,
    value text not null,
    constraint model_version_tag_key primary key (model, version, name),
    constraint model_version_tag_version foreign key (model, version) references model_version (model, version) on delete cascade
);
