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
    private final Map<Path, List<Changed>> known = new ConcurrentHashMap<>();

    StoredChanges(Database database) {
        this.database = database;
    }

    private record Changed(Part part, String field, long changes) {}

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

    /** How many values these files change. */
    long values(List<Path> files) {
        return files.stream()
                .flatMap(file -> changed(file).stream())
                .filter(changed -> changed.part() == Part.VALUE)
                .mapToLong(Changed::changes)
                .sum();
    }

    /** The ids of the records of which a file changes values. */
    List<String> changedRecords(Path file) throws SQLException {
        return database.rows(
                "SELECT DISTINCT " + Changes.RECORD_ID + from(file) + " WHERE " + Changes.PART + " = $1",
                List.of(Part.VALUE.name()),
                row -> row.getString(1));
    }

    private static String from(Path file) {
        return " FROM read_parquet(" + Sql.path(file.toString()) + ", hive_partitioning = false)";
    }

    /** Forgets a file, which may come back with other content. */
    void forget(Path file) {
        known.remove(file);
    }

    private List<Changed> changed(Path file) {
        List<Changed> changed = known.get(file);
        if (changed == null) {
            changed = read(file);
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(file, changed);
        }
        return changed;
    }

    private List<Changed> read(Path file) {
        String sql = "SELECT " + Changes.PART + ", " + Changes.FIELD + ", count(*)" + from(file) + " GROUP BY ALL";
        try {
            return database.rows(
                    sql,
                    List.of(),
                    row -> new Changed(Part.valueOf(row.getString(1)), row.getString(2), row.getLong(3)));
        } catch (SQLException e) {
            throw EngineFailure.of(e, List.of(file));
        }
    }
}
