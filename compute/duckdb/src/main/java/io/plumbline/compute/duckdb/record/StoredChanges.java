package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.Sql;
import io.plumbline.domain.record.RecordChange.Part;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows which fields files of changes change, so that changes are looked at only where they matter. Files never change, so each is asked once. */
final class StoredChanges {
    private static final int MOST_KNOWN = 10_000;

    private final Database database;
    private final Map<Path, Set<Changed>> known = new ConcurrentHashMap<>();

    StoredChanges(Database database) {
        this.database = database;
    }

    private record Changed(Part part, String field) {}

    /** The fields of which these files change that part. */
    Set<String> fields(List<Path> files, Part part) {
        Set<String> fields = new HashSet<>();
        for (Path file : files) {
            for (Changed changed : changed(file)) {
                if (changed.part() == part) {
                    fields.add(changed.field());
                }
            }
        }
        return fields;
    }

    /** Forgets a file, which may come back with other content. */
    void forget(Path file) {
        known.remove(file);
    }

    private Set<Changed> changed(Path file) {
        Set<Changed> changed = known.get(file);
        if (changed == null) {
            changed = read(file);
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(file, changed);
        }
        return changed;
    }

    private Set<Changed> read(Path file) {
        String sql = "SELECT DISTINCT " + Changes.PART + ", " + Changes.FIELD + " FROM read_parquet("
                + Sql.path(file.toString()) + ", hive_partitioning = false)";
        try {
            return Set.copyOf(database.rows(
                    sql, List.of(), row -> new Changed(Part.valueOf(row.getString(1)), row.getString(2))));
        } catch (SQLException e) {
            throw EngineFailure.of(e, List.of(file));
        }
    }
}
