package io.plumbline.measures.quality;

import io.plumbline.measures.association.BiasCorrectedCramersV;
import io.plumbline.measures.quality.Width.Coefficient;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How often the values of two columns meet, over the rows that have both. */
final class PairTable {
    // In a fixed order, because sums of doubles depend on it and engines group in any.
    private final Map<String, Map<String, Long>> cells = new TreeMap<>();
    private final Map<String, Long> columns = new HashMap<>();
    private long rows;

    private PairTable() {}

    static PairTable of(Table table, TableColumn first, TableColumn second) {
        PairTable pairs = new PairTable();
        table.readPairs(first, second, pairs::add);
        return pairs;
    }

    private void add(@Nullable String first, @Nullable String second, long count) {
        if (first != null && second != null) {
            cells.computeIfAbsent(first, key -> new TreeMap<>()).merge(second, count, Long::sum);
            columns.merge(second, count, Long::sum);
            rows += count;
        }
    }

    /** NaN where one of the two columns has only one value. */
    Coefficient cramersV() {
        boolean varies = cells.size() > 1 && columns.size() > 1;
        double value = varies
                ? BiasCorrectedCramersV.of(chiSquare(), (double) rows, cells.size(), columns.size())
                : Double.NaN;
        return new Coefficient(value, rows);
    }

    /** Σ (observed - expected)² / expected; an empty cell adds what is expected of it, and all expected cells sum up to the rows. */
    private double chiSquare() {
        double sum = 0;
        double expectedOfEmpty = rows;
        for (Map<String, Long> row : cells.values()) {
            double total = row.values().stream().mapToLong(Long::longValue).sum();
            for (Map.Entry<String, Long> cell : row.entrySet()) {
                double expected = total * columns.getOrDefault(cell.getKey(), 0L) / rows;
                double difference = cell.getValue() - expected;
                sum += difference * difference / expected;
                expectedOfEmpty -= expected;
            }
        }
        return sum + Math.max(0, expectedOfEmpty);
    }
}
