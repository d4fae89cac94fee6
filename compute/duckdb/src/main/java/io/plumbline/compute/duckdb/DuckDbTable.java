package io.plumbline.compute.duckdb;

import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import io.plumbline.measures.table.TableException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A data set as a relation of the database. Every reading is a query of its own. */
final class DuckDbTable implements Table {
    private static final String DISTINCT_HASHES = "SELECT DISTINCT hash(r)";

    private final Database database;
    private final SharedWorkers workers;
    private final DataFiles files;
    private final Relation relation;
    private final Map<String, SourceColumn> columns;
    private final long rows;

    private DuckDbTable(
            Database database,
            SharedWorkers workers,
            DataFiles files,
            Relation relation,
            Map<String, SourceColumn> columns,
            long rows) {
        this.database = database;
        this.workers = workers;
        this.files = files;
        this.relation = relation;
        this.columns = columns;
        this.rows = rows;
    }

    static DuckDbTable of(Database database, SharedWorkers workers, DataFiles files, Relation relation, Schema schema)
            throws SQLException {
        Map<String, SourceColumn> columns = new SourceColumns(database, relation, schema).find();
        long rows = database.number("SELECT count(*) FROM " + relation.source());
        return new DuckDbTable(database, workers, files, relation, columns, rows);
    }

    @Override
    public String name() {
        return files.location();
    }

    @Override
    public List<TableColumn> columns() {
        return columns.values().stream().map(SourceColumn::column).toList();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void read(TableColumn column, Consumer<ColumnChunk> sink) {
        SourceColumn source = source(column);
        switch (column.type()) {
            case NUMBER -> readAll(valuesOf(source), Decoding.numbers(sink));
            case INTEGER, TIMESTAMP -> readAll(valuesOf(source), Decoding.integers(sink));
            case BOOLEAN -> readCounted(source, sink);
            case TEXT -> readGrouped(source, sink);
        }
    }

    private static String valuesOf(SourceColumn source) {
        return source.isAlwaysReadable() ? source.value() : source.value() + ", " + source.isMissing();
    }

    private void readAll(String values, Query.ChunkSink sink) {
        requireRows(stream("SELECT " + values + from(), sink));
    }

    private void readCounted(SourceColumn source, Consumer<ColumnChunk> sink) {
        String value = source.value();
        RowCount counted = new RowCount(sink);
        stream(
                "SELECT count(*) FILTER (" + value + "), count(*) FILTER (NOT " + value + "), count(*) FILTER ("
                        + source.isMissing() + "), count(*)" + from(),
                Decoding.booleans(counted));
        requireRows(counted.rows);
    }

    /** Groups come in a fixed order, so that what is kept of them within bounds is the same at every reading. */
    private void readGrouped(SourceColumn source, Consumer<ColumnChunk> sink) {
        RowCount counted = new RowCount(sink);
        stream(
                "SELECT " + source.value() + " AS v, count(*) AS n" + from() + " GROUP BY v ORDER BY n DESC, v",
                Decoding.texts(counted));
        requireRows(counted.rows);
    }

    @Override
    public void readAligned(List<TableColumn> wanted, AlignedSink sink) {
        String values = wanted.stream()
                .map(this::numeric)
                .map(SourceColumn::valueAsNumber)
                .collect(Collectors.joining(", "));
        readAll(values, Decoding.aligned(wanted.size(), sink));
    }

    private SourceColumn numeric(TableColumn column) {
        if (!column.type().isNumeric()) {
            throw new IllegalArgumentException("column '" + column.name() + "' is not numeric");
        }
        return source(column);
    }

    @Override
    public void readPairs(TableColumn first, TableColumn second, PairSink sink) {
        PairCount counted = new PairCount(sink);
        stream(
                "SELECT " + source(first).valueAsText() + " AS a, "
                        + source(second).valueAsText() + " AS b, count(*)" + from() + " GROUP BY a, b",
                Decoding.pairs(counted));
        requireRows(counted.rows);
    }

    /** Rows are first told apart by a hash of each: that takes half the time, and memory that does not grow with the columns. */
    @Override
    public long duplicateRows() {
        try {
            return workers.help(this::countDuplicates);
        } catch (SQLException e) {
            throw ReadFailure.of(e, files);
        }
    }

    private long countDuplicates() throws SQLException {
        boolean allDiffer = database.number("SELECT count(*) FROM (" + DISTINCT_HASHES + from() + " AS r)") == rows;
        return allDiffer ? 0 : duplicatesAmongEqualHashes();
    }

    private long duplicatesAmongEqualHashes() throws SQLException {
        String repeated = "SELECT hash(r)" + from() + " AS r GROUP BY ALL HAVING count(*) > 1";
        return database.number("WITH suspects AS (SELECT r" + from() + " AS r WHERE hash(r) IN (" + repeated
                + ")) SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT r FROM suspects)) FROM suspects");
    }

    private SourceColumn source(TableColumn column) {
        SourceColumn source = columns.get(column.name());
        if (source == null || !source.column().equals(column)) {
            throw new IllegalArgumentException("not a column of " + name() + ": " + column);
        }
        return source;
    }

    private String from() {
        return " FROM " + relation.source();
    }

    private long stream(String sql, Query.ChunkSink sink) {
        try {
            return database.stream(sql, sink);
        } catch (SQLException e) {
            throw ReadFailure.of(e, files);
        }
    }

    /** A streamed result that breaks off ends like a whole one; a query that hands over nothing on the way says why it broke off. */
    private void requireRows(long read) {
        if (read == rows) {
            return;
        }
        try {
            database.number("SELECT count(*) FROM (" + DISTINCT_HASHES + from() + " AS r)");
        } catch (SQLException e) {
            throw ReadFailure.of(e, files);
        }
        throw new TableException(name() + ": " + read + " rows could be read where there were " + rows
                + ". Do not change files while they are read.");
    }

    @Override
    public void close() {
        database.drop(relation);
    }

    /** Counts the rows that pass. */
    private static final class RowCount implements Consumer<ColumnChunk> {
        private final Consumer<ColumnChunk> sink;
        private long rows;

        RowCount(Consumer<ColumnChunk> sink) {
            this.sink = sink;
        }

        @Override
        public void accept(ColumnChunk chunk) {
            rows += chunk.rows();
            sink.accept(chunk);
        }
    }

    /** Counts the rows in the pairs that pass. */
    private static final class PairCount implements PairSink {
        private final PairSink sink;
        private long rows;

        PairCount(PairSink sink) {
            this.sink = sink;
        }

        @Override
        public void accept(@Nullable String first, @Nullable String second, long pairRows) {
            rows += pairRows;
            sink.accept(first, second, pairRows);
        }
    }
}
