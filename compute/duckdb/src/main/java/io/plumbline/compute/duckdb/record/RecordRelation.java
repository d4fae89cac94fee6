package io.plumbline.compute.duckdb.record;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.record.SystemField;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The records of some files as one relation, as they are after all changes: system columns by their aliases, column n of the schema as
 * {@code cn}, the number of the file as {@code f}, and the place of the row in it as {@code n}. It has those columns only that were asked
 * for before its SQL is made.
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
        RecordRows rows = new RecordRows(files, usedColumns());
        return selection.map(some -> changes.applied(rows, some)).orElseGet(() -> changes.applied(rows));
    }

    private Map<String, Column> usedColumns() {
        Map<String, Column> byAlias = new LinkedHashMap<>();
        used.stream().forEach(position -> byAlias.put(alias(position), columns.get(position)));
        return byAlias;
    }

    private static String alias(int position) {
        return "c" + position;
    }
}
