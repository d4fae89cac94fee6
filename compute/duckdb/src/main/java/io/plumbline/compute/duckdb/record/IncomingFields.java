package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.FileRows;
import io.plumbline.compute.duckdb.FileRows.FileColumn;
import io.plumbline.compute.duckdb.Sql;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.FieldColumns;
import io.plumbline.domain.record.RecordEngine.Arrival;
import java.sql.SQLException;
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
 * @param numbers where the file of records has the numbers of the rows
 */
record IncomingFields(
        FileRows rows,
        Arrival arrival,
        Optional<Conversion> id,
        Optional<Conversion> time,
        Optional<Conversion> transaction,
        RowNumbers numbers) {
    private static final String NO_TEXT = "CAST(NULL AS VARCHAR)";

    private static final int FIRST_ROWS = 2048;

    static IncomingFields of(
            Database database, FileRows rows, Map<String, FileColumn> columns, FieldColumns fields, Arrival arrival) {
        Optional<Conversion> time =
                fields.time().map(columns::get).map(column -> Conversion.of(column, ValueType.TIMESTAMP));
        boolean inOrder = time.isEmpty() || isInOrder(database, rows, time.get(), arrival);
        return new IncomingFields(
                rows,
                arrival,
                fields.id().map(columns::get).map(Conversion::label),
                time,
                fields.transaction().map(columns::get).map(Conversion::label),
                inOrder ? RowNumbers.BY_PLACE : RowNumbers.STORED);
    }

    /** Whether rows lie in the order of their times, as far as is known. Most that do not are found out by the first ones. */
    private static boolean isInOrder(Database database, FileRows rows, Conversion given, Arrival arrival) {
        if (given.column().isText() && !rows.isStream()) {
            return false; // to parse all of them for it takes longer than to sort rows that lie in order
        }
        String time = orElse(Optional.of(given), received(arrival));
        try {
            return TimeOrder.holds(database, time, rows.first(FIRST_ROWS))
                    && TimeOrder.holds(database, time, rows.known());
        } catch (SQLException e) {
            return false; // writing them meets it again, and says what it is
        }
    }

    /** What puts the selected rows in order, by the numbers of what is selected. */
    String order() {
        return numbers == RowNumbers.STORED ? " ORDER BY 2, 5" : "";
    }

    /** What to select. */
    List<String> values() {
        boolean stored = numbers == RowNumbers.STORED;
        List<String> values = new ArrayList<>();
        add(values, SystemColumn.RECORD_ID.physical(), orElse(id, stored ? numbered() : NO_TEXT));
        add(values, SystemColumn.EVENT_TIME.physical(), orElse(time, received(arrival)));
        add(values, SystemColumn.RECEIVED_AT.physical(), received(arrival));
        add(values, SystemColumn.TRANSACTION.physical(), orElse(transaction, NO_TEXT));
        if (stored) {
            add(values, SystemColumn.SEQUENCE.physical(), "CAST(" + rows.place() + " AS BIGINT)");
        } else {
            add(values, RowNumbers.ID_PREFIX, prefixOfMissing());
        }
        add(values, SystemColumn.ANNOTATIONS.physical(), "CAST(NULL AS " + SystemColumn.ANNOTATIONS.sqlType() + ")");
        return values;
    }

    private static String received(Arrival arrival) {
        return "make_timestamp(" + Instants.micros(arrival.receivedAt()) + ")";
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
