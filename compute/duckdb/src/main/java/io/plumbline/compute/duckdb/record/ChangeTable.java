package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.Sql;
import io.plumbline.compute.duckdb.record.MemoryTable.Segment;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordChange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Changes as rows in memory, with the columns of {@link Changes#COLUMNS}. */
final class ChangeTable {
    private static final List<ValueType> TYPES = List.of(
            ValueType.TEXT, ValueType.TEXT, ValueType.TEXT, ValueType.TEXT, ValueType.TIMESTAMP, ValueType.INTEGER);

    private ChangeTable() {}

    static MemoryTable of(List<RecordChange> changes) {
        if (changes.isEmpty()) {
            return new MemoryTable(TYPES, List.of());
        }
        BitSet missing = new BitSet();
        for (int i = 0; i < changes.size(); i++) {
            missing.set(i, changes.get(i).value().isEmpty());
        }
        BitSet none = new BitSet();
        long[] times = changes.stream()
                .mapToLong(change -> Instants.micros(change.at()))
                .toArray();
        long[] places = LongStream.range(0, changes.size()).toArray();
        List<Optional<BatchColumn>> columns = List.of(
                Optional.of(texts(changes, RecordChange::recordId, none)),
                Optional.of(texts(changes, change -> change.part().name(), none)),
                Optional.of(texts(changes, RecordChange::field, none)),
                Optional.of(texts(changes, change -> change.value().orElse(""), missing)),
                Optional.of(new BatchColumn.Timestamps("", times, none)),
                Optional.of(new BatchColumn.Integers("", places, none)));
        return new MemoryTable(TYPES, List.of(new Segment(changes.size(), columns)));
    }

    private static BatchColumn texts(List<RecordChange> changes, Function<RecordChange, String> text, BitSet missing) {
        return new BatchColumn.Texts(
                "", ValueType.TEXT, changes.stream().map(text).toArray(String[]::new), missing);
    }

    static String select(MemoryTable rows) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < Changes.COLUMNS.size(); i++) {
            values.add(rows.stored(i) + " AS " + Sql.identifier(Changes.COLUMNS.get(i)));
        }
        return "SELECT " + String.join(", ", values);
    }

    /**
     * Fails where a value is no JSON: no record could be read any more once it was written.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the field
     */
    static void requireJson(Database database, MemoryTables.Offer offer, List<RecordChange> changes)
            throws SQLException {
        String value = MemoryTable.alias(Changes.COLUMNS.indexOf(Changes.VALUE));
        String place = MemoryTable.alias(Changes.COLUMNS.indexOf(Changes.SEQUENCE));
        String sql = "SELECT min(" + place + ") FROM " + offer.sql() + " WHERE " + value
                + " IS NOT NULL AND NOT json_valid(" + value + ") HAVING count(*) > 0";
        for (long broken : database.rows(sql, List.of(), row -> row.getLong(1))) {
            String field = changes.get((int) broken).field();
            throw PlumblineException.invalid(field, "the new value of " + field + " is no JSON");
        }
    }
}
