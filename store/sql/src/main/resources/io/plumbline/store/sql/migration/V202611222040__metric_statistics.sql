-- The ranges of all statistics of a metric are told from its index alone, and how many runs are in the bin from theirs.
create index metric_summary_by_value on metric_summary (experiment, name, latest, run, least, greatest, mean, squares, finite_count, point_count);
drop index metric_summary_by_latest;
create index run_by_lifecycle on run (experiment, lifecycle, run_number);
