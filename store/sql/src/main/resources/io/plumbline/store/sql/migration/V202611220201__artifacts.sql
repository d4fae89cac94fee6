-- Files of runs and of logged models by their paths; blobs hold their bytes.

create table artifact (
    owner varchar not null,
    path varchar not null,
    organization varchar not null,
    experiment varchar not null,
    blob varchar not null,
    byte_count bigint not null,
    sha256 varchar not null,
    created_at bigint not null,
    constraint artifact_key primary key (owner, path)
);

create index artifact_by_experiment on artifact (experiment, owner, path);
