package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Sql;
import io.plumbline.compute.duckdb.record.Selection.Place;
import io.plumbline.compute.duckdb.record.StoredFile.StoredColumn;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of some files as they lie there: system columns by their aliases, the number of the file as {@code f}, the place of the row in it
 * as {@code n}, and the columns asked for by theirs. Files of equal columns are read together, each kind with a projection of its own, because
 * matching names file by file costs as much as reading; files of which some rows are read only are read each by itself.
 *
 * @param files that are read
 * @param columns by their aliases
 */
record RecordRows(List<StoredFile> files, Map<String, Column> columns) {
    private static final String NUMBER = "CAST(file_index AS BIGINT)";
    private static final String PLACE = RowNumbers.PLACE;

    /** More rows than a file ever has. */
    private static final long ROWS = 1L << 40;

    /** All of them, in parentheses. */
    String all() {
        return union(alike(number -> true).stream().map(this::select).toList());
    }

    /** Some of them, in parentheses. */
    String of(Selection selection) {
        List<String> parts = new ArrayList<>();
        alike(selection.whole()::contains).forEach(numbers -> parts.add(select(numbers)));
        selection.parts().forEach(part -> parts.add(select(List.of(part.file())) + " WHERE " + part.condition()));
        return union(parts);
    }

    /** All but some, in parentheses. */
    String except(Collection<Place> places) {
        Map<Integer, List<Long>> rows = places.stream()
                .collect(Collectors.groupingBy(Place::file, Collectors.mapping(Place::row, Collectors.toList())));
        return union(alike(number -> true).stream()
                .map(numbers -> select(numbers) + except(numbers, rows))
                .toList());
    }

    private static String except(List<Integer> numbers, Map<Integer, List<Long>> rows) {
        String left = IntStream.range(0, numbers.size())
                .boxed()
                .flatMap(index -> rows.getOrDefault(numbers.get(index), List.of()).stream()
                        .map(row -> Long.toString(index * ROWS + row)))
                .collect(Collectors.joining(", "));
        return left.isEmpty() ? "" : " WHERE " + NUMBER + " * " + ROWS + " + " + PLACE + " NOT IN (" + left + ")";
    }

    private String union(List<String> parts) {
        return parts.isEmpty()
                ? "(SELECT " + nothing() + " WHERE false)"
                : parts.stream().collect(Collectors.joining(" UNION ALL ", "(", ")"));
    }

    private String nothing() {
        List<String> values = new ArrayList<>();
        for (SystemColumn column : SystemColumn.values()) {
            values.add("CAST(NULL AS " + column.sqlType() + ") AS " + column.alias());
        }
        values.add("CAST(NULL AS BIGINT) AS f");
        values.add("CAST(NULL AS BIGINT) AS n");
        columns.forEach((alias, column) -> values.add(absent(column) + " AS " + alias));
        return String.join(", ", values);
    }

    /** The numbers of files, those of equal columns together. */
    private List<List<Integer>> alike(IntPredicate wanted) {
        Map<Kind, List<Integer>> groups = new LinkedHashMap<>();
        IntStream.range(0, files.size())
                .filter(wanted)
                .forEach(number -> groups.computeIfAbsent(Kind.of(files.get(number)), each -> new ArrayList<>())
                        .add(number));
        return List.copyOf(groups.values());
    }

    /** What files that are read together have in common. */
    private record Kind(RowNumbers numbers, Map<String, StoredColumn> columns) {
        static Kind of(StoredFile file) {
            return new Kind(file.numbers(), file.columns());
        }
    }

    private String select(List<Integer> numbers) {
        StoredFile first = files.get(numbers.getFirst());
        List<String> values = new ArrayList<>();
        for (SystemColumn column : SystemColumn.values()) {
            values.add(first.numbers().value(column) + " AS " + column.alias());
        }
        values.add(fileNumber(numbers) + " AS f");
        values.add(PLACE + " AS n");
        columns.forEach((alias, column) -> values.add(value(first, column) + " AS " + alias));
        List<String> paths = numbers.stream()
                .map(number -> files.get(number).path().toString())
                .toList();
        return "SELECT " + String.join(", ", values) + " FROM read_parquet(" + Sql.paths(paths)
                + ", hive_partitioning = false)";
    }

    /** Looked up only where it has to be: it is computed for every row that is sorted. */
    private static String fileNumber(List<Integer> numbers) {
        boolean inOrder = IntStream.range(0, numbers.size()).allMatch(i -> numbers.get(i) == i);
        return inOrder ? NUMBER : numbers + "[" + NUMBER + " + 1]";
    }

    private static String value(StoredFile file, Column column) {
        return file.column(column.name())
                .map(stored -> value(file, column, stored))
                .orElseGet(() -> absent(column));
    }

    private static String absent(Column column) {
        return "CAST(NULL AS " + SqlType.stored(column.type()) + ")";
    }

    private static String value(StoredFile file, Column column, StoredColumn stored) {
        String identifier = Sql.identifier(stored.physical());
        String wanted = SqlType.stored(column.type());
        if (stored.sqlType().equals(wanted)) {
            return identifier;
        }
        if (column.type() == ValueType.NUMBER && stored.sqlType().equals(SqlType.stored(ValueType.INTEGER))) {
            return "CAST(" + identifier + " AS DOUBLE)";
        }
        throw new PlumblineException(
                new Failure.Conflict("the column " + column.name() + " is kept as " + typeLabel(stored) + " in "
                        + file.path().getFileName() + " and cannot be read as "
                        + column.type().label()));
    }

    private static String typeLabel(StoredColumn stored) {
        return Arrays.stream(ValueType.values())
                .filter(type -> SqlType.stored(type).equals(stored.sqlType()))
                .findFirst()
                .map(ValueType::label)
                .orElse(stored.sqlType());
    }
}
