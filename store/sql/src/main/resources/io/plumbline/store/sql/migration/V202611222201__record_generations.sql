-- How often the records of a data set changed, counted beside how often some were taken away; both stay when the data set is forgotten.
alter table record_removal rename to record_generation;

alter table record_generation add column generation bigint not null default 0;
