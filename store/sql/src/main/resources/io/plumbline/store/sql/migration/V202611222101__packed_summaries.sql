-- The summaries of all metrics of a run that is over, in one row: lists of runs read it in place of a row a metric. It holds as long as no
-- further batch of points was logged.
create table packed_summaries (
    run bigint not null,
    batches bigint not null,
    payload bytea not null,
    constraint packed_summaries_key primary key (run)
);
