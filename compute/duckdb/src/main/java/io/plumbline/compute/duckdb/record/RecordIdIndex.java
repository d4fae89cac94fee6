package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.Sql;
import io.plumbline.compute.duckdb.record.StoredFile.RowGroup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/**
 * Tells in which groups of rows records of given ids may be. A file is read for it when ids are first looked up in it; small files never are,
 * for looking through them is as quick. What it keeps is bounded: files beyond that are looked through.
 */
final class RecordIdIndex {
    private static final long FEW_ROWS = 50_000;
    private static final long MOST_BYTES = 64L << 20;

    /** Of a file with more groups than this all rows are read, because each group that is read makes the statement longer. */
    private static final int MOST_GROUPS = 8;

    private static final String HASH = "CAST(hash(%s) >> 1 AS BIGINT)";

    private final Database database;
    private final long mostBytes;

    /** The file used last is the last one. */
    private final Map<Path, List<BloomFilter>> known = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;

    RecordIdIndex(Database database) {
        this(database, MOST_BYTES);
    }

    /** With a bound of its own. */
    RecordIdIndex(Database database, long mostBytes) {
        this.database = database;
        this.mostBytes = mostBytes;
    }

    /** Rows among which all records of these ids are. */
    Selection candidates(List<StoredFile> files, List<String> ids) throws SQLException {
        long[] hashes = hashes(ids);
        Set<Path> asked = files.stream().map(StoredFile::path).collect(Collectors.toSet());
        Selection selection = new Selection();
        for (int number = 0; number < files.size(); number++) {
            StoredFile file = files.get(number);
            Optional<List<RowGroup>> groups = filters(file, asked).map(filters -> candidates(file, filters, hashes));
            if (groups.filter(some -> some.size() <= MOST_GROUPS).isPresent()) {
                int each = number;
                groups.get().forEach(group -> selection.add(each, group));
            } else {
                selection.addWhole(number);
            }
        }
        return selection;
    }

    private static List<RowGroup> candidates(StoredFile file, List<BloomFilter> filters, long[] hashes) {
        List<RowGroup> candidates = new ArrayList<>();
        for (int group = 0; group < filters.size(); group++) {
            if (mayContainAny(filters.get(group), hashes)) {
                candidates.add(file.groups().get(group));
            }
        }
        return candidates;
    }

    private static boolean mayContainAny(BloomFilter filter, long[] hashes) {
        for (long hash : hashes) {
            if (filter.mayContain(hash)) {
                return true;
            }
        }
        return false;
    }

    private long[] hashes(List<String> ids) throws SQLException {
        String sql = "SELECT " + HASH.formatted("id") + " FROM (SELECT unnest($1) AS id)";
        List<Object> values = List.of((Object) ids.toArray(String[]::new));
        return database.rows(sql, values, row -> row.getLong(1)).stream()
                .mapToLong(hash -> hash)
                .toArray();
    }

    /** One for each group of the file; empty where the file is to be looked through. */
    private Optional<List<BloomFilter>> filters(StoredFile file, Set<Path> asked) throws SQLException {
        if (file.rows() < FEW_ROWS) {
            return Optional.empty();
        }
        // Held while a file is read, so that it is read once, whoever else asks.
        synchronized (known) {
            List<BloomFilter> filters = known.get(file.path());
            if (filters == null) {
                filters = file.groups().stream()
                        .map(group -> new BloomFilter(group.rows()))
                        .toList();
                if (!makeRoom(size(filters), asked)) {
                    return Optional.empty();
                }
                fill(filters, file);
                known.put(file.path(), filters);
                bytes += size(filters);
            }
            return Optional.of(filters);
        }
    }

    /** What goes is what is of no file any more, and then what was used longest ago; never what the same question needs. */
    private boolean makeRoom(long more, Set<Path> asked) {
        if (bytes + more > mostBytes) {
            List.copyOf(known.keySet()).stream().filter(Files::notExists).forEach(this::forget);
        }
        for (Path path : List.copyOf(known.keySet())) {
            if (bytes + more > mostBytes && !asked.contains(path)) {
                forget(path);
            }
        }
        return bytes + more <= mostBytes;
    }

    private static long size(List<BloomFilter> filters) {
        return filters.stream().mapToLong(BloomFilter::bytes).sum();
    }

    private void fill(List<BloomFilter> filters, StoredFile file) throws SQLException {
        Filling filling = new Filling(filters, file.groups());
        String id = file.numbers().value(SystemColumn.RECORD_ID);
        String sql = "SELECT " + HASH.formatted(id) + " FROM read_parquet("
                + Sql.path(file.path().toString()) + ", hive_partitioning = false)";
        long rows = database.stream(sql, filling::take);
        if (rows != file.rows()) {
            throw new SQLException("of " + file.rows() + " records " + rows + " could be read");
        }
    }

    /** Forgets a file. */
    void forget(Path path) {
        synchronized (known) {
            List<BloomFilter> filters = known.remove(path);
            if (filters != null) {
                bytes -= size(filters);
            }
        }
    }

    /** Puts the hashes of a file into the filters of their groups. */
    private static final class Filling {
        private final List<BloomFilter> filters;
        private final List<RowGroup> groups;
        private int group;
        private long row;

        Filling(List<BloomFilter> filters, List<RowGroup> groups) {
            this.filters = filters;
            this.groups = groups;
        }

        void take(DuckDBDataChunkReader chunk) {
            DuckDBReadableVector hashes = chunk.vector(0);
            for (long i = 0; i < chunk.rowCount(); i++) {
                while (row >= groups.get(group).first() + groups.get(group).rows()) {
                    group++;
                }
                filters.get(group).add(hashes.getLong(i));
                row++;
            }
        }
    }
}
