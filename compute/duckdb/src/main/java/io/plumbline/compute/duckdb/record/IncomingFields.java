package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.FileRows;
import io.plumbline.compute.duckdb.FileRows.FileColumn;
import io.plumbline.compute.duckdb.Sql;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.FieldColumns;
import io.plumbline.domain.record.RecordEngine.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every record has, as the rows of a file from outside bring it.
 *
 * @param rows of the file
 * @param arrival of the file
 * @param id of a row
 * @param time of a row
 * @param transaction of a row
 */
record IncomingFields(
        FileRows rows,
        Arrival arrival,
        Optional<Conversion> id,
        Optional<Conversion> time,
        Optional<Conversion> transaction) {
    private static final String NO_TEXT = "CAST(NULL AS VARCHAR)";

    static IncomingFields of(FileRows rows, Map<String, FileColumn> columns, FieldColumns fields, Arrival arrival) {
        return new IncomingFields(
                rows,
                arrival,
                fields.id().map(columns::get).map(Conversion::label),
                fields.time().map(columns::get).map(column -> Conversion.of(column, ValueType.TIMESTAMP)),
                fields.transaction().map(columns::get).map(Conversion::label));
    }

    /** Rows without times are all of one time, and lie as they came. Those of a stream could not be numbered but by a single thread. */
    RowNumbers numbers() {
        return time.isPresent() ? RowNumbers.STORED : RowNumbers.BY_PLACE;
    }

    /** What puts the selected rows in order, by the numbers of what is selected. */
    String order() {
        return time.isPresent() ? " ORDER BY 2, 5" : "";
    }

    /** What to select. */
    List<String> values() {
        String received = "make_timestamp(" + Instants.micros(arrival.receivedAt()) + ")";
        List<String> values = new ArrayList<>();
        add(values, SystemColumn.RECORD_ID.physical(), orElse(id, time.isPresent() ? numbered() : NO_TEXT));
        add(values, SystemColumn.EVENT_TIME.physical(), orElse(time, received));
        add(values, SystemColumn.RECEIVED_AT.physical(), received);
        add(values, SystemColumn.TRANSACTION.physical(), orElse(transaction, NO_TEXT));
        if (time.isPresent()) {
            add(values, SystemColumn.SEQUENCE.physical(), "CAST(" + rows.place() + " AS BIGINT)");
        } else {
            add(values, RowNumbers.ID_PREFIX, prefixOfMissing());
        }
        add(values, SystemColumn.ANNOTATIONS.physical(), "CAST(NULL AS " + SystemColumn.ANNOTATIONS.sqlType() + ")");
        return values;
    }

    private static void add(List<String> values, String column, String value) {
        values.add(value + " AS " + Sql.identifier(column));
    }

    private static String orElse(Optional<Conversion> given, String otherwise) {
        return given.map(value -> "coalesce(" + value.strict() + ", " + otherwise + ")")
                .orElse(otherwise);
    }

    private String numbered() {
        return prefix() + " || (" + rows.place() + " + 1)";
    }

    private String prefixOfMissing() {
        return id.map(given -> "CASE WHEN " + given.strict() + " IS NULL THEN " + prefix() + " END")
                .orElseGet(this::prefix);
    }

    private String prefix() {
        return Sql.literal(arrival.idPrefix() + "-");
    }
}
