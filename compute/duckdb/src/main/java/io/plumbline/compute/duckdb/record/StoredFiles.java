package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.Sql;
import io.plumbline.compute.duckdb.record.StoredFile.RowGroup;
import io.plumbline.compute.duckdb.record.StoredFile.StoredColumn;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows files by their footers. Files never change, so a footer is read once; the knowledge is dropped when it gets too much. */
final class StoredFiles {
    private static final int MOST_KNOWN = 20_000;

    private final Database database;
    private final Map<Path, StoredFile> known = new ConcurrentHashMap<>();

    StoredFiles(Database database) {
        this.database = database;
    }

    /** The files at these paths, in their order. */
    List<StoredFile> at(List<Path> paths) {
        Map<Path, StoredFile> found = new HashMap<>();
        List<Path> unknown = new ArrayList<>();
        for (Path path : paths) {
            StoredFile file = known.get(path);
            if (file == null) {
                unknown.add(path);
            } else {
                found.put(path, file);
            }
        }
        if (!unknown.isEmpty()) {
            found.putAll(read(unknown.stream().distinct().toList()));
        }
        return paths.stream().map(found::get).toList();
    }

    /** Forgets a file, which may come back with other content. */
    void forget(Path path) {
        known.remove(path);
    }

    private Map<Path, StoredFile> read(List<Path> paths) {
        try {
            Map<Path, SchemaReader> schemas = schemas(paths);
            Map<Path, List<RowGroup>> groups = groups(paths);
            Map<Path, StoredFile> files = new HashMap<>();
            schemas.forEach((path, schema) -> {
                List<RowGroup> parts = groups.getOrDefault(path, List.of());
                long rows = parts.stream().mapToLong(RowGroup::rows).sum();
                files.put(path, new StoredFile(path, rows, schema.numbers, schema.columns, parts));
            });
            remember(files);
            return files;
        } catch (SQLException e) {
            throw EngineFailure.of(e, paths);
        }
    }

    private void remember(Map<Path, StoredFile> files) {
        if (known.size() + files.size() > MOST_KNOWN) {
            known.clear();
        }
        known.putAll(files);
    }

    /** Where a footer does not tell the times of a group they may be any. */
    private Map<Path, List<RowGroup>> groups(List<Path> paths) throws SQLException {
        Map<Path, List<RowGroup>> groups = new HashMap<>();
        String sql = "SELECT file_name, row_group_num_rows, coalesce(epoch_us(TRY_CAST(stats_min_value AS TIMESTAMP)), "
                + Long.MIN_VALUE + "), coalesce(epoch_us(TRY_CAST(stats_max_value AS TIMESTAMP)), " + Long.MAX_VALUE
                + ") FROM parquet_metadata(" + Sql.paths(texts(paths)) + ") WHERE path_in_schema = "
                + Sql.literal(SystemColumn.EVENT_TIME.physical()) + " ORDER BY file_name, row_group_id";
        database.rows(sql, List.of(), row -> {
            List<RowGroup> before = groups.computeIfAbsent(Path.of(row.getString(1)), path -> new ArrayList<>());
            long first = before.isEmpty()
                    ? 0
                    : before.getLast().first() + before.getLast().rows();
            return before.add(new RowGroup(first, row.getLong(2), row.getLong(3), row.getLong(4)));
        });
        return groups;
    }

    private Map<Path, SchemaReader> schemas(List<Path> paths) throws SQLException {
        String sql = "SELECT file_name, name, duckdb_type, converted_type, num_children FROM parquet_schema("
                + Sql.paths(texts(paths)) + ")";
        Map<Path, SchemaReader> readers = new HashMap<>();
        database.rows(sql, List.of(), result -> {
            readers.computeIfAbsent(Path.of(result.getString(1)), path -> new SchemaReader())
                    .add(result);
            return result;
        });
        return readers;
    }

    static List<String> texts(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }

    /** Takes the nodes of a schema in depth-first order, the root first, and keeps those right below the root. */
    private static final class SchemaReader {
        private final Map<String, StoredColumn> columns = new LinkedHashMap<>();
        private RowNumbers numbers = RowNumbers.BY_PLACE;
        private boolean started;
        /** How many nodes below the last column are still to come. */
        private long nested;

        void add(ResultSet node) throws SQLException {
            if (!started) {
                started = true;
                return;
            }
            if (nested == 0) {
                String physical = node.getString("name");
                columns.put(ColumnNames.logical(physical), new StoredColumn(physical, sqlType(node)));
                numbers = physical.equals(SystemColumn.SEQUENCE.physical()) ? RowNumbers.STORED : numbers;
            } else {
                nested--;
            }
            nested += node.getLong("num_children");
        }

        private static String sqlType(ResultSet node) throws SQLException {
            String primitive = node.getString("duckdb_type");
            if (primitive == null) {
                return "LIST".equals(node.getString("converted_type")) ? "DOUBLE[]" : "of another structure";
            }
            return primitive;
        }
    }
}
