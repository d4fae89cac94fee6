package io.plumbline.measures.table;

import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are in memory, for tests. A cell is a {@code Double}, a {@code Long} (also for instants), a {@code Boolean} or a
 * {@code String}, and null where there is no value. It is read in chunks of a few rows, and its arrays are reused, as an engine does.
 */
public final class InMemoryTable implements Table {
    private static final int CHUNK = 7;

    private final String name;
    private final Map<TableColumn, List<@Nullable Object>> cells = new LinkedHashMap<>();
    private final AtomicLong readings = new AtomicLong();
    private long rows;

    /** Without columns. */
    public InMemoryTable(String name) {
        this.name = name;
    }

    /** One more column. */
    public InMemoryTable with(String column, ColumnType type, @Nullable Object... values) {
        return with(new TableColumn(column, type), Arrays.asList(values));
    }

    /** One more column of numbers, NaN being a value. */
    public InMemoryTable with(String column, double... values) {
        return with(
                new TableColumn(column, ColumnType.NUMBER),
                new ArrayList<>(Arrays.stream(values).boxed().toList()));
    }

    /** One more column. */
    public InMemoryTable with(TableColumn column, List<? extends @Nullable Object> values) {
        if (!cells.isEmpty() && rows != values.size()) {
            throw new IllegalArgumentException("columns differ in length");
        }
        rows = values.size();
        cells.put(column, new ArrayList<>(values));
        return this;
    }

    /** The same rows in the order of {@code from}. */
    public InMemoryTable reordered(List<Integer> from) {
        InMemoryTable other = new InMemoryTable(name);
        cells.forEach((column, values) -> {
            List<@Nullable Object> moved = new ArrayList<>();
            from.forEach(row -> moved.add(values.get(row)));
            other.with(column, moved);
        });
        return other;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<TableColumn> columns() {
        return List.copyOf(cells.keySet());
    }

    @Override
    public long rows() {
        return rows;
    }

    /** How often a column has been read by itself. */
    public long readings() {
        return readings.get();
    }

    private List<@Nullable Object> cells(TableColumn column) {
        return Objects.requireNonNull(cells.get(column));
    }

    @Override
    public void read(TableColumn column, Consumer<ColumnChunk> sink) {
        readings.incrementAndGet();
        List<@Nullable Object> values = cells(column);
        ColumnChunks chunks = new ColumnChunks(column.type(), CHUNK);
        for (int from = 0; from < values.size(); from += CHUNK) {
            sink.accept(chunks.of(values.subList(from, Math.min(from + CHUNK, values.size()))));
        }
    }

    @Override
    public void readAligned(List<TableColumn> columns, AlignedSink sink) {
        double[][] block = new double[columns.size()][CHUNK];
        for (int from = 0; from < rows; from += CHUNK) {
            int size = (int) Math.min(CHUNK, rows - from);
            for (int i = 0; i < block.length; i++) {
                fill(block[i], cells(columns.get(i)).subList(from, from + size));
            }
            sink.accept(block, size);
        }
    }

    private static void fill(double[] into, List<@Nullable Object> values) {
        for (int i = 0; i < values.size(); i++) {
            into[i] = values.get(i) instanceof Number number ? number.doubleValue() : Double.NaN;
        }
    }

    @Override
    public void readPairs(TableColumn first, TableColumn second, PairSink sink) {
        Map<List<@Nullable Object>, Long> pairs = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            pairs.merge(Arrays.asList(cells(first).get(row), cells(second).get(row)), 1L, Long::sum);
        }
        pairs.forEach((pair, count) -> sink.accept(text(pair.get(0)), text(pair.get(1)), count));
    }

    private static @Nullable String text(@Nullable Object cell) {
        return cell == null ? null : cell.toString();
    }

    @Override
    public long duplicateRows() {
        Set<List<@Nullable Object>> seen = new HashSet<>();
        long duplicates = 0;
        for (int row = 0; row < rows; row++) {
            int at = row;
            List<@Nullable Object> values = new ArrayList<>();
            cells.values().forEach(column -> values.add(column.get(at)));
            duplicates += seen.add(Collections.unmodifiableList(values)) ? 0 : 1;
        }
        return duplicates;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
