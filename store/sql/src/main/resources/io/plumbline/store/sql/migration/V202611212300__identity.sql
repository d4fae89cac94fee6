-- Migrations are taken by SQLite and by PostgreSQL, and by jOOQ, which makes its tables from them.
-- Ids are texts of 24 hex digits, times are microseconds since 1970-01-01T00:00:00Z, documents are JSON texts.
-- A migration that was released is never changed.

create table organization (
    id varchar not null,
    name varchar not null,
    created_at bigint not null,
    constraint organization_key primary key (id),
    constraint organization_name unique (name)
);

create table user_account (
    id varchar not null,
    organization varchar not null,
    name varchar not null,
    password_hash varchar,
    created_at bigint not null,
    constraint user_account_key primary key (id),
    constraint user_account_name unique (name),
    constraint user_account_organization foreign key (organization) references organization (id)
);

create index user_account_by_organization on user_account (organization, created_at);

create table user_grant (
    user_account varchar not null,
    ordinal int not null,
    role varchar not null,
    project varchar,
    constraint user_grant_key primary key (user_account, ordinal),
    constraint user_grant_user foreign key (user_account) references user_account (id)
);

create table api_key (
    id varchar not null,
    user_account varchar not null,
    name varchar not null,
    hash varchar not null,
    created_at bigint not null,
    expires_at bigint,
    constraint api_key_key primary key (id),
    constraint api_key_hash unique (hash),
    constraint api_key_user foreign key (user_account) references user_account (id)
);

create index api_key_by_user on api_key (user_account, created_at);

create table preference (
    user_account varchar not null,
    name varchar not null,
    document text not null,
    constraint preference_key primary key (user_account, name),
    constraint preference_user foreign key (user_account) references user_account (id)
);
