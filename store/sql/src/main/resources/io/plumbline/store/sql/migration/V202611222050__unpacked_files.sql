-- Files of records that were written quickly, and are to be written again so that they are small.

create table unpacked_file (
    file varchar not null,
    constraint unpacked_file_key primary key (file),
    constraint unpacked_file_file foreign key (file) references record_file (id) on delete cascade
);
