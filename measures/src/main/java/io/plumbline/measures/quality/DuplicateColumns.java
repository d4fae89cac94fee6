package io.plumbline.measures.quality;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Finds columns that are equal in every row. A digest of each column says which could be; those are then compared row by row, so that
 * what is found is certain. Numbers and whole numbers are compared with each other by value, other types only with their own. No
 * difference is made between a missing value and one that is not a number; columns without any value are not compared.
 */
public final class DuplicateColumns {
    private final Table table;

    private DuplicateColumns(Table table) {
        this.table = table;
    }

    /** Groups of at least two equal ones of these columns, by name, in their order. Reads each, and those that are alike again. */
    public static List<List<String>> of(Table table, List<TableColumn> columns) {
        DuplicateColumns search = new DuplicateColumns(table);
        return search.candidates(columns).values().stream()
                .flatMap(alike -> search.equalAmong(alike).stream())
                .map(equal -> equal.stream().map(TableColumn::name).toList())
                .toList();
    }

    private Map<ColumnDigest, List<TableColumn>> candidates(List<TableColumn> columns) {
        Map<ColumnDigest, List<TableColumn>> byDigest = new LinkedHashMap<>();
        ColumnDigest.of(table, columns)
                .forEach((column, digest) -> byDigest.computeIfAbsent(digest, key -> new ArrayList<>())
                        .add(column));
        return byDigest;
    }

    private List<List<TableColumn>> equalAmong(List<TableColumn> alike) {
        List<List<TableColumn>> groups = new ArrayList<>();
        List<TableColumn> rest = alike;
        while (rest.size() > 1) {
            List<TableColumn> equal = equalToFirst(rest);
            if (equal.size() > 1) {
                groups.add(equal);
            }
            rest = rest.stream().filter(column -> !equal.contains(column)).toList();
        }
        return groups;
    }

    private List<TableColumn> equalToFirst(List<TableColumn> columns) {
        TableColumn first = columns.get(0);
        List<TableColumn> equal = new ArrayList<>(List.of(first));
        for (TableColumn other : columns.subList(1, columns.size())) {
            if (isEqual(first, other)) {
                equal.add(other);
            }
        }
        return equal;
    }

    private boolean isEqual(TableColumn first, TableColumn second) {
        boolean whole = first.type() == ColumnType.INTEGER && second.type() == ColumnType.INTEGER;
        boolean inPairs = whole || !first.type().isNumeric();
        return inPairs ? isEqualInPairs(first, second) : isEqualAsDoubles(first, second);
    }

    private boolean isEqualAsDoubles(TableColumn first, TableColumn second) {
        AtomicBoolean equal = new AtomicBoolean(true);
        table.readAligned(List.of(first, second), (block, size) -> {
            for (int row = 0; row < size; row++) {
                if (ColumnDigest.bits(block[0][row]) != ColumnDigest.bits(block[1][row])) {
                    equal.set(false);
                }
            }
        });
        return equal.get();
    }

    /** Whole numbers beyond 2^53 may differ and yet be one double. */
    private boolean isEqualInPairs(TableColumn first, TableColumn second) {
        AtomicBoolean equal = new AtomicBoolean(true);
        table.readPairs(first, second, (one, other, rows) -> {
            if (!Objects.equals(one, other)) {
                equal.set(false);
            }
        });
        return equal.get();
    }
}
