-- Which blobs artifacts have, for finding those that none has.

create index artifact_by_blob on artifact (blob);
