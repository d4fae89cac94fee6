-- Durable background work, as it is shown.

create table task (
    id varchar not null,
    organization varchar not null,
    project varchar,
    kind varchar not null,
    subject varchar not null,
    input text not null,
    state varchar not null,
    done_units bigint not null,
    total_units bigint not null,
    message text not null,
    result text,
    created_by varchar not null,
    created_at bigint not null,
    started_at bigint,
    ended_at bigint,
    stop_requested boolean not null,
    -- How often it was started: a run that was taken for dead, and goes on, is told from the one in its place.
    run bigint not null,
    -- How many runs did not come to an end.
    cut_off int not null,
    constraint task_key primary key (id)
);

create index task_by_subject on task (organization, kind, subject, created_at);

-- What is still to be run, and by whom it is: the table of the scheduler library, with times like ours.
create table scheduled_task (
    task_name varchar not null,
    task_instance varchar not null,
    task_data bytea,
    execution_time bigint not null,
    picked boolean not null,
    picked_by varchar,
    last_success bigint,
    last_failure bigint,
    consecutive_failures int,
    last_heartbeat bigint,
    version bigint not null,
    priority smallint,
    constraint scheduled_task_key primary key (task_name, task_instance)
);

create index scheduled_task_by_time on scheduled_task (execution_time);
create index scheduled_task_by_heartbeat on scheduled_task (last_heartbeat);
