-- The log of changes, chained by hashes.

create table audit_entry (
    entry_number bigint not null,
    noted_at bigint not null,
    organization varchar not null,
    user_name varchar not null,
    action varchar not null,
    what varchar not null,
    subject varchar not null,
    hash varchar not null,
    constraint audit_entry_key primary key (entry_number)
);

create index audit_entry_by_organization on audit_entry (organization, entry_number);

-- The one row that says where the chain ends. Who appends changes it first, so that appends come one after the other.
create table audit_head (
    id int not null,
    entry_number bigint not null,
    hash varchar not null,
    constraint audit_head_key primary key (id)
);

insert into audit_head (id, entry_number, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
