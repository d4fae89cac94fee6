-- Monitoring: what monitors are set to, their checks, what these measured, and the incidents that follow.

alter table monitor add column thresholds text default '[]' not null;
alter table monitor add column schedule text;
alter table monitor add column parameters text default '{}' not null;

create table custom_monitor (
    id varchar not null,
    organization varchar not null,
    project varchar,
    revision bigint not null,
    created_at bigint not null,
    created_by varchar not null,
    modified_at bigint not null,
    modified_by varchar not null,
    definition_id varchar not null,
    definition text not null,
    provider varchar,
    attributes text not null,
    constraint custom_monitor_key primary key (id),
    constraint custom_monitor_definition unique (organization, definition_id)
);

create index custom_monitor_by_organization on custom_monitor (organization, created_at);

create table baseline (
    id varchar not null,
    organization varchar not null,
    project varchar,
    revision bigint not null,
    created_at bigint not null,
    created_by varchar not null,
    modified_at bigint not null,
    modified_by varchar not null,
    model varchar not null,
    name varchar not null,
    source text not null,
    constraint baseline_key primary key (id)
);

create index baseline_by_organization on baseline (organization, created_at);

-- The profiles of a baseline, or of a dataset that is compared with as a whole.
create table baseline_profiles (
    id varchar not null,
    label varchar not null,
    row_count bigint not null,
    constraint baseline_profiles_key primary key (id)
);

create table baseline_profile (
    baseline varchar not null,
    column_name varchar not null,
    profile bytea not null,
    constraint baseline_profile_key primary key (baseline, column_name),
    constraint baseline_profile_of foreign key (baseline) references baseline_profiles (id) on delete cascade
);

-- One run of a monitor. How far it is stands in the task of the same id.
create table monitor_check (
    id varchar not null,
    organization varchar not null,
    project varchar,
    monitor varchar not null,
    triggered_by varchar not null,
    window_from bigint,
    window_until bigint,
    business_date varchar,
    parameters text not null,
    attributes text not null,
    created_by varchar not null,
    created_at bigint not null,
    result varchar,
    outcome_message text,
    outcome_from bigint,
    outcome_until bigint,
    outcome_records bigint,
    constraint monitor_check_key primary key (id)
);

create index monitor_check_by_monitor on monitor_check (monitor, created_at, id);

-- When the next check of a monitor is due, by its schedule as of a revision.
create table monitor_plan (
    monitor varchar not null,
    revision bigint not null,
    due_at bigint,
    marker text not null,
    constraint monitor_plan_key primary key (monitor)
);

create index monitor_plan_by_time on monitor_plan (due_at);

create table measurement (
    id varchar not null,
    organization varchar not null,
    project varchar,
    monitor varchar not null,
    definition varchar not null,
    model varchar not null,
    check_id varchar,
    measured_at bigint not null,
    known_at bigint not null,
    window_from bigint,
    window_until bigint,
    evidence text not null,
    attributes text not null,
    created_by varchar not null,
    constraint measurement_key primary key (id)
);

create index measurement_by_monitor on measurement (monitor, measured_at, id);
create index measurement_by_check on measurement (check_id);

create table measured_value (
    measurement varchar not null,
    ordinal int not null,
    metric varchar not null,
    tags text not null,
    number_value double precision,
    reason text,
    least double precision,
    greatest double precision,
    measure varchar not null,
    parameters text not null,
    reference_count bigint not null,
    current_count bigint not null,
    digests text not null,
    lower_limit double precision,
    upper_limit double precision,
    constraint measured_value_key primary key (measurement, ordinal),
    constraint measured_value_of foreign key (measurement) references measurement (id)
);

create table measured_tag (
    measurement varchar not null,
    ordinal int not null,
    tag varchar not null,
    tag_value varchar not null,
    constraint measured_tag_key primary key (measurement, ordinal, tag),
    constraint measured_tag_of foreign key (measurement, ordinal) references measured_value (measurement, ordinal)
);

-- An incident; of a monitor, metric and tags one is open at most: the place of a closed one is its id.
create table incident (
    id varchar not null,
    organization varchar not null,
    project varchar,
    monitor varchar not null,
    model varchar not null,
    metric varchar not null,
    tags text not null,
    tags_digest varchar not null,
    place varchar not null,
    side varchar not null,
    limit_value double precision not null,
    number_value double precision not null,
    breaches int not null,
    good_streak int not null,
    opened varchar not null,
    opened_at bigint not null,
    last_at bigint not null,
    closed varchar,
    closed_at bigint,
    constraint incident_key primary key (id),
    constraint incident_open unique (monitor, metric, tags_digest, place)
);

create index incident_by_organization on incident (organization, opened_at, id);
create index incident_by_monitor on incident (monitor, opened_at, id);

-- Over which edges numbers of a dataset's records are counted when they are profiled.
create table counted_edges (
    dataset varchar not null,
    column_name varchar not null,
    edges text not null,
    constraint counted_edges_key primary key (dataset, column_name)
);
