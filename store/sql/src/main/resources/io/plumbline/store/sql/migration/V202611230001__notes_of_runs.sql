-- Most runs have no note: a text is looked for in the names, which an index has, and in the few notes.
create index run_with_note on run (experiment, run_number) where note <> '';
