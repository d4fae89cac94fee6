-- Experiments, their runs, and what runs log. Inside, experiments and runs are known by their numbers, which are short.

-- The one row that says which numbers were given. Who needs one changes it first.
create table experiment_counter (
    id int not null,
    experiments bigint not null,
    runs bigint not null,
    constraint experiment_counter_key primary key (id)
);

insert into experiment_counter (id, experiments, runs) values (1, 0, 0);

create table experiment (
    experiment_number bigint not null,
    id varchar not null,
    organization varchar not null,
    name varchar not null,
    note text not null,
    lifecycle varchar not null,
    owner varchar not null,
    owner_name varchar not null,
    created_at bigint not null,
    updated_at bigint not null,
    deleted_at bigint,
    constraint experiment_key primary key (experiment_number),
    constraint experiment_id unique (id),
    constraint experiment_name unique (organization, name)
);

create table experiment_tag (
    experiment bigint not null,
    name varchar not null,
    value text not null,
    constraint experiment_tag_key primary key (experiment, name),
    constraint experiment_tag_experiment foreign key (experiment) references experiment (experiment_number) on delete cascade
);

create table experiment_star (
    user_account varchar not null,
    experiment varchar not null,
    constraint experiment_star_key primary key (user_account, experiment)
);

create table run (
    run_number bigint not null,
    id varchar not null,
    organization varchar not null,
    experiment bigint not null,
    experiment_id varchar not null,
    name varchar not null,
    note text not null,
    status varchar not null,
    lifecycle varchar not null,
    parent varchar,
    owner varchar not null,
    owner_name varchar not null,
    created_at bigint not null,
    started_at bigint not null,
    ended_at bigint,
    updated_at bigint not null,
    deleted_at bigint,
    -- How many batches of points were logged, and how many of them wait to be sorted into blocks.
    batches bigint not null,
    waiting int not null,
    constraint run_key primary key (run_number),
    constraint run_id unique (id)
);

create index run_by_start on run (experiment, started_at, run_number);
create index run_by_name on run (experiment, name, run_number);
create index run_by_change on run (experiment, updated_at, run_number);
create index run_by_parent on run (parent);
create index run_by_organization on run (organization, started_at, run_number);

-- The first characters of a value stand in an index; the number that it is, where it is one, as well.
create table run_param (
    run bigint not null,
    name varchar not null,
    experiment bigint not null,
    value text not null,
    beginning varchar not null,
    number_value double precision,
    constraint run_param_key primary key (run, name)
);

create index run_param_by_text on run_param (experiment, name, beginning, run);
create index run_param_by_number on run_param (experiment, name, number_value, run);

create table run_tag (
    run bigint not null,
    name varchar not null,
    experiment bigint not null,
    value text not null,
    beginning varchar not null,
    constraint run_tag_key primary key (run, name)
);

create index run_tag_by_text on run_tag (experiment, name, beginning, run);

-- What is not a number is null: not every database keeps it.
create table metric_summary (
    run bigint not null,
    name varchar not null,
    experiment bigint not null,
    point_count bigint not null,
    finite_count bigint not null,
    least double precision,
    greatest double precision,
    mean double precision,
    squares double precision,
    latest double precision,
    latest_step bigint not null,
    latest_at bigint not null,
    first_step bigint not null,
    last_step bigint not null,
    constraint metric_summary_key primary key (run, name)
);

create index metric_summary_by_latest on metric_summary (experiment, name, latest, run);

-- Points as they came: what one request logged.
create table metric_batch (
    run bigint not null,
    batch bigint not null,
    points int not null,
    payload bytea not null,
    constraint metric_batch_key primary key (run, batch)
);

-- Points of one metric, gathered of batches and of smaller blocks.
create table metric_block (
    run bigint not null,
    name varchar not null,
    block bigint not null,
    size_class int not null,
    points int not null,
    first_step bigint not null,
    last_step bigint not null,
    payload bytea not null,
    constraint metric_block_key primary key (run, name, block)
);

create table run_input (
    run bigint not null,
    name varchar not null,
    digest varchar not null,
    ordinal int not null,
    experiment bigint not null,
    context varchar not null,
    source_type text not null,
    source text not null,
    columns text not null,
    profile text not null,
    tags text not null,
    constraint run_input_key primary key (run, name, digest)
);

create index run_input_by_name on run_input (experiment, name, run);

create table run_pin (
    user_account varchar not null,
    run bigint not null,
    pinned_at bigint not null,
    constraint run_pin_key primary key (user_account, run)
);

create table logged_model (
    id varchar not null,
    organization varchar not null,
    experiment bigint not null,
    experiment_id varchar not null,
    name varchar not null,
    type text not null,
    run varchar,
    status varchar not null,
    created_at bigint not null,
    updated_at bigint not null,
    deleted_at bigint,
    params text not null,
    tags text not null,
    constraint logged_model_key primary key (id)
);

create index logged_model_by_experiment on logged_model (experiment_id, created_at, id);

create table run_output (
    run varchar not null,
    model varchar not null,
    step bigint not null,
    constraint run_output_key primary key (run, model)
);
