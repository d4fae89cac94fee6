package io.plumbline.measures.comparison;

import io.plumbline.measures.table.TableColumn;
import io.plumbline.measures.table.TableException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which columns of two data sets are compared with each other. */
final class ColumnPairs {
    private static final int NAMES_SHOWN = 5;

    private final DataSet reference;
    private final DataSet current;

    ColumnPairs(DataSet reference, DataSet current) {
        this.reference = reference;
        this.current = current;
    }

    /** Those asked for, or else all in common whose role is compared; in the reference's order. */
    List<ColumnPair> choose(List<String> asked) {
        return asked.isEmpty() ? comparedByRole() : named(asked);
    }

    private List<ColumnPair> named(List<String> asked) {
        for (String name : asked) {
            AskedColumns.require("the reference " + reference.name(), reference, name);
            AskedColumns.require("the current data " + current.name(), current, name);
        }
        Set<String> wanted = new HashSet<>(asked);
        return common().stream().filter(pair -> wanted.contains(pair.name())).toList();
    }

    private List<ColumnPair> comparedByRole() {
        List<ColumnPair> common = common();
        if (common.isEmpty()) {
            throw new TableException(
                    "no column name is in both: " + reference.name() + " has " + sample(AskedColumns.names(reference))
                            + "; " + current.name() + " has " + sample(AskedColumns.names(current)));
        }
        List<ColumnPair> compared =
                common.stream().filter(ColumnPair::isComparedByRole).toList();
        if (compared.isEmpty()) {
            throw new TableException("no column in both is compared by its role: "
                    + sample(common.stream().map(ColumnPair::name).toList())
                    + " only identify, date or weigh rows; ask for a column by its name to compare it all the same");
        }
        return compared;
    }

    private List<ColumnPair> common() {
        Map<String, TableColumn> byName = byName(current);
        return reference.columns().stream()
                .flatMap(column ->
                        Stream.ofNullable(byName.get(column.name())).map(other -> new ColumnPair(column, other)))
                .toList();
    }

    /** Names of columns that {@code data} has and {@code other} has not. */
    static List<String> onlyIn(DataSet data, DataSet other) {
        Set<String> others = byName(other).keySet();
        return AskedColumns.names(data).stream()
                .filter(name -> !others.contains(name))
                .toList();
    }

    private static Map<String, TableColumn> byName(DataSet data) {
        Map<String, TableColumn> byName = new LinkedHashMap<>();
        data.columns().forEach(column -> byName.put(column.name(), column));
        return byName;
    }

    private static String sample(List<String> names) {
        String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        return names.size() <= NAMES_SHOWN ? shown : shown + " and " + (names.size() - NAMES_SHOWN) + " more";
    }
}
