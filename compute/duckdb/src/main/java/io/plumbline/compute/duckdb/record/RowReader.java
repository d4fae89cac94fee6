package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Query;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.StoredRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads rows of records. */
final class RowReader implements Query.RowReader<StoredRecord> {
    private static final int FIRST_FIELD = 6;

    private final List<Field> fields;

    RowReader(List<Field> fields) {
        this.fields = fields;
    }

    /** The columns that are read. */
    String columns() {
        return Stream.concat(
                        Stream.of("i", "epoch_us(t)", "epoch_us(r)", "x", "a"),
                        fields.stream().map(Field::sent))
                .collect(Collectors.joining(", "));
    }

    @Override
    public StoredRecord read(ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            values.add(value(row, FIRST_FIELD + i, fields.get(i).type()));
        }
        return new StoredRecord(
                row.getString(1),
                Instants.of(row.getLong(2)),
                Instants.of(row.getLong(3)),
                Optional.ofNullable(row.getString(4)),
                Collections.unmodifiableList(values),
                annotations(row.getObject(5)));
    }

    /** A value as {@link StoredRecord#values()} has it. */
    static @Nullable Object value(ResultSet row, int column, ValueType type) throws SQLException {
        Object value = row.getObject(column);
        if (value == null) {
            return null;
        }
        return switch (type) {
            case NUMBER, INTEGER, BOOLEAN, TEXT, JSON -> value;
            case TIMESTAMP -> Instants.of((long) value);
            case VECTOR -> Vectors.parse((String) value);
            case BINARY -> Base64.getDecoder().decode((String) value);
        };
    }

    private static SortedMap<String, String> annotations(@Nullable Object map) {
        SortedMap<String, String> annotations = new TreeMap<>();
        if (map instanceof Map<?, ?> entries) {
            entries.forEach((name, value) -> annotations.put((String) name, (String) value));
        }
        return Collections.unmodifiableSortedMap(annotations);
    }
}
