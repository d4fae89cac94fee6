package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Sql;
import io.plumbline.compute.duckdb.record.StoredFile.StoredColumn;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.SystemField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The records of some files as one relation, as they are after all changes: system columns by their aliases, column n of the schema as
 * {@code cn}, the number of the file as {@code f}, and the place of the row in it as {@code n}. It has those columns only that were asked
 * for before its SQL is made. Files of equal columns are read together, each kind with a projection of its own, because matching names
 * file by file costs as much as reading; files of which some rows are read only are read each by itself.
 */
final class RecordRelation {
    private final List<Column> columns;
    private final List<StoredFile> files;
    private final Changes changes;
    private final Map<String, Integer> positions = new HashMap<>();
    private final BitSet used = new BitSet();
    private Optional<Selection> selection = Optional.empty();

    RecordRelation(List<Column> columns, List<StoredFile> files, Changes changes) {
        this.columns = columns;
        this.files = files;
        this.changes = changes;
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i).name(), i);
        }
    }

    /**
     * A field of the records, which the relation has from now on.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where there is none of that name
     */
    Field field(String name) {
        Optional<SystemField> system = SystemField.of(name);
        if (system.isPresent()) {
            SystemColumn column = SystemColumn.of(system.get());
            return new Field(name, column.type(), column.alias());
        }
        return column(name);
    }

    /**
     * A column of the records, which the relation has from now on.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where there is none of that name
     */
    Field column(String name) {
        Integer position = positions.get(name);
        if (position == null) {
            throw PlumblineException.invalid(name, "there is no column " + name);
        }
        used.set(position);
        return new Field(name, columns.get(position).type(), alias(position));
    }

    /** The column of the schema behind a field. */
    Column definition(Field field) {
        return columns.get(Objects.requireNonNull(positions.get(field.name()), field.name()));
    }

    /** All columns, which the relation has from now on. */
    List<Field> allColumns() {
        return columns.stream().map(column -> column(column.name())).toList();
    }

    /** Leaves out all rows but these. */
    void keepOnly(Selection rows) {
        selection = Optional.of(rows);
    }

    /** The files that are read. */
    List<StoredFile> files() {
        return files;
    }

    /** How many records the files have. */
    long rows() {
        return files.stream().mapToLong(StoredFile::rows).sum();
    }

    /** The relation, in parentheses. */
    String sql() {
        return changes.applied(base(), usedColumns());
    }

    private Map<String, Column> usedColumns() {
        Map<String, Column> byAlias = new LinkedHashMap<>();
        used.stream().forEach(position -> byAlias.put(alias(position), columns.get(position)));
        return byAlias;
    }

    private static String alias(int position) {
        return "c" + position;
    }

    private String base() {
        List<String> parts = new ArrayList<>();
        alike().forEach(numbers -> parts.add(select(numbers)));
        selection.ifPresent(rows ->
                rows.parts().forEach(part -> parts.add(select(List.of(part.file())) + " WHERE " + part.condition())));
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
        usedColumns().forEach((alias, column) -> values.add(absent(column) + " AS " + alias));
        return String.join(", ", values);
    }

    /** The numbers of the files that are read whole, those of equal columns together. */
    private List<List<Integer>> alike() {
        Map<Map<String, StoredColumn>, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            if (isWhole(i)) {
                groups.computeIfAbsent(files.get(i).columns(), columns -> new ArrayList<>())
                        .add(i);
            }
        }
        return List.copyOf(groups.values());
    }

    private boolean isWhole(int number) {
        return selection.map(rows -> rows.whole().contains(number)).orElse(true);
    }

    private String select(List<Integer> numbers) {
        StoredFile first = files.get(numbers.getFirst());
        List<String> values = new ArrayList<>();
        for (SystemColumn column : SystemColumn.values()) {
            values.add(Sql.identifier(column.physical()) + " AS " + column.alias());
        }
        values.add(fileNumber(numbers) + " AS f");
        values.add("CAST(file_row_number AS BIGINT) AS n");
        usedColumns().forEach((alias, column) -> values.add(value(first, column) + " AS " + alias));
        List<String> paths = numbers.stream()
                .map(number -> files.get(number).path().toString())
                .toList();
        return "SELECT " + String.join(", ", values) + " FROM read_parquet(" + Sql.paths(paths)
                + ", hive_partitioning = false)";
    }

    /** Looked up only where it has to be: it is computed for every row that is sorted. */
    private static String fileNumber(List<Integer> numbers) {
        boolean inOrder = IntStream.range(0, numbers.size()).allMatch(i -> numbers.get(i) == i);
        return inOrder ? "CAST(file_index AS BIGINT)" : numbers + "[CAST(file_index AS BIGINT) + 1]";
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
