-- Files of records whose profiles are still to be taken.

create table unprofiled_file (
    file varchar not null,
    constraint unprofiled_file_key primary key (file),
    constraint unprofiled_file_file foreign key (file) references record_file (id) on delete cascade
);
