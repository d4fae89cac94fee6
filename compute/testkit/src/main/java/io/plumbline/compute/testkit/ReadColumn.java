package io.plumbline.compute.testkit;

import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Takes in all chunks of a column and keeps what they say. */
public final class ReadColumn implements Consumer<ColumnChunk> {
    private final List<Number> numbers = new ArrayList<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long missing;
    private long violations;
    private long rows;

    private ReadColumn() {}

    /** Reads a column, by name, to its end. */
    public static ReadColumn of(Table table, String column) {
        ReadColumn read = new ReadColumn();
        table.read(column(table, column), read);
        return read;
    }

    /** The column of that name. */
    public static TableColumn column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column '" + name + "' in " + table.columns()));
    }

    @Override
    public void accept(ColumnChunk chunk) {
        missing += chunk.missing();
        violations += chunk.violations();
        rows += chunk.rows();
        switch (chunk) {
            case ColumnChunk.Numbers part -> {
                for (int i = 0; i < part.size(); i++) {
                    numbers.add(part.values()[i]);
                }
            }
            case ColumnChunk.Integers part -> {
                for (int i = 0; i < part.size(); i++) {
                    numbers.add(part.values()[i]);
                }
            }
            case ColumnChunk.Booleans part -> {
                counts.merge("true", part.trues(), Long::sum);
                counts.merge("false", part.falses(), Long::sum);
            }
            case ColumnChunk.Texts part -> {
                for (int i = 0; i < part.size(); i++) {
                    counts.merge(part.values()[i], part.counts()[i], Long::sum);
                }
            }
        }
    }

    /** The values of a column of numbers, whole numbers or instants, in the order they came. */
    public List<Number> numbers() {
        return numbers;
    }

    /** How often each text or truth value occurs, in the order they came first. */
    public Map<String, Long> counts() {
        return counts;
    }

    /** Rows without a value. */
    public long missing() {
        return missing;
    }

    /** Rows whose value is not of the column's type. */
    public long violations() {
        return violations;
    }

    /** All rows. */
    public long rows() {
        return rows;
    }
}
