-- What the records that profiles were made from were at, so that profiles of a growing data set are made anew.
alter table baseline_profiles add column made_from varchar not null default '';
