package io.plumbline.measures.quality;

import io.plumbline.measures.column.ColumnBuilder;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What equal columns have in common: different for nearly all columns that differ, equal for all that are equal.
 *
 * @param type of the values; that of numbers for whole numbers too
 * @param content 64 bits of the values; in the order of rows for numeric columns
 */
record ColumnDigest(ColumnType type, long content) {
    /** So many columns are read side by side. */
    private static final int ABREAST = 64;

    private static final int MOST_CATEGORIES = 10_000;

    /** By column, without those that have no value. */
    static Map<TableColumn, ColumnDigest> of(Table table, List<TableColumn> columns) {
        Map<TableColumn, ColumnDigest> digests = new LinkedHashMap<>();
        List<TableColumn> numeric =
                columns.stream().filter(column -> column.type().isNumeric()).toList();
        for (int from = 0; from < numeric.size(); from += ABREAST) {
            addNumeric(table, numeric.subList(from, Math.min(from + ABREAST, numeric.size())), digests);
        }
        columns.stream()
                .filter(column -> !column.type().isNumeric())
                .forEach(column -> addCategorical(table, column, digests));
        return digests;
    }

    private static void addNumeric(Table table, List<TableColumn> columns, Map<TableColumn, ColumnDigest> digests) {
        long[] content = new long[columns.size()];
        boolean[] hasValues = new boolean[columns.size()];
        table.readAligned(columns, (block, size) -> {
            for (int column = 0; column < content.length; column++) {
                for (int row = 0; row < size; row++) {
                    double value = block[column][row];
                    hasValues[column] |= !Double.isNaN(value);
                    content[column] = mixed(content[column], bits(value));
                }
            }
        });
        for (int column = 0; column < content.length; column++) {
            if (hasValues[column]) {
                digests.put(columns.get(column), new ColumnDigest(typeOf(columns.get(column)), content[column]));
            }
        }
    }

    private static ColumnType typeOf(TableColumn column) {
        return column.type() == ColumnType.INTEGER ? ColumnType.NUMBER : column.type();
    }

    private static void addCategorical(Table table, TableColumn column, Map<TableColumn, ColumnDigest> digests) {
        ColumnBuilder builder = new ColumnBuilder(column.type(), MOST_CATEGORIES);
        table.read(column, builder);
        ColumnData data = builder.build();
        if (data.tally().values() > 0) {
            long content = mixed(data.tally().hashCode(), data.categories().hashCode());
            digests.put(column, new ColumnDigest(column.type(), content));
        }
    }

    /** A finalizer of 64 bits (D. Stafford's variant 13, as in splitmix64), so that each row changes all bits. */
    private static long mixed(long before, long next) {
        long bits = (before ^ next) * 0x9E3779B97F4A7C15L + 1;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }

    /** The bits of a value, the same for -0.0 and 0.0 and for every NaN. */
    static long bits(double value) {
        return Double.doubleToLongBits(value + 0.0);
    }
}
