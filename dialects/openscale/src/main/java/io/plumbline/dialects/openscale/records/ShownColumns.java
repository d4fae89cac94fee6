package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.columns.RecordFields;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.StoredRecord;
import io.plumbline.domain.record.SystemField;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns that are shown of records.
 *
 * @param all in order
 */
record ShownColumns(List<Shown> all) {
    /**
     * A column that is shown.
     *
     * @param name of the column
     * @param type of its values
     * @param values takes the value out of a record, null where it is missing
     */
    record Shown(String name, ValueType type, Function<StoredRecord, @Nullable Object> values) {
        @Nullable
        Object value(StoredRecord record) {
            return values.apply(record);
        }
    }

    /**
     * The columns of a page, or those of them that are asked for.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where one that is asked for is not there
     */
    static ShownColumns of(List<Column> columns, RecordFields fields, Optional<List<String>> includes) {
        List<Shown> all = IntStream.range(0, columns.size())
                .mapToObj(index -> shown(columns.get(index), index, fields))
                .toList();
        return new ShownColumns(includes.map(names -> only(all, names)).orElse(all));
    }

    /** The column of this name. */
    Optional<Shown> named(String name) {
        return all.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    private static List<Shown> only(List<Shown> all, List<String> names) {
        return names.stream().map(name -> named(all, name)).toList();
    }

    private static Shown named(List<Shown> all, String name) {
        return all.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> PlumblineException.invalid(name, "the data set has no column " + name));
    }

    private static Shown shown(Column column, int index, RecordFields fields) {
        return fields.of(column.name())
                .map(field -> new Shown(column.name(), type(field), record -> value(record, field)))
                .orElseGet(() -> new Shown(
                        column.name(), column.type(), record -> record.values().get(index)));
    }

    private static ValueType type(SystemField field) {
        return field == SystemField.EVENT_TIME || field == SystemField.RECEIVED_AT
                ? ValueType.TIMESTAMP
                : ValueType.TEXT;
    }

    private static @Nullable Object value(StoredRecord record, SystemField field) {
        return switch (field) {
            case RECORD_ID -> record.id();
            case EVENT_TIME -> record.eventTime();
            case RECEIVED_AT -> record.receivedAt();
            case TRANSACTION -> record.transaction().orElse(null);
        };
    }
}
