package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordQuery.Counting;
import io.plumbline.domain.record.RecordQuery.Direction;
import io.plumbline.domain.record.RecordQuery.Order;
import io.plumbline.domain.record.StoredRecord;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers one question for records. */
final class Finding {
    /** Where all that is asked for is equal, records come as they came in. */
    private static final List<String> LAST_KEYS = List.of("t", "i", "r", "s");

    private final Database database;
    private final Reading reading;
    private final RecordRelation relation;
    private final Bindings bindings;

    Finding(Database database, Reading reading) {
        this.database = database;
        this.reading = reading;
        this.relation = reading.relation();
        this.bindings = reading.bindings();
    }

    RecordPage find(RecordQuery query) throws SQLException {
        require(query.offset() >= 0, "offset", query.offset());
        require(query.limit() >= 0, "limit", query.limit());
        List<Field> fields = query.columns()
                .map(names -> names.stream().map(relation::column).toList())
                .orElseGet(relation::allColumns);
        List<String> keys = keys(query.order());
        String condition = reading.conditions().of(query.from(), query.until(), query.filter());
        String page = rows(condition) + ordered(keys) + " LIMIT " + bindings.bind((long) query.limit()) + " OFFSET "
                + bindings.bind(query.offset());
        List<StoredRecord> records = read(fields, page, keys);
        return page(fields, records, total(query));
    }

    private static void require(boolean holds, String name, long value) {
        if (!holds) {
            throw PlumblineException.invalid(name, name + " must not be negative, as " + value + " is");
        }
    }

    /** A statement of its own, because counting needs neither the columns nor an order. */
    private OptionalLong total(RecordQuery query) throws SQLException {
        return query.counted() == Counting.NOT_COUNTED
                ? OptionalLong.empty()
                : OptionalLong.of(new Finding(database, reading.again()).count(query));
    }

    private long count(RecordQuery query) throws SQLException {
        String condition = reading.conditions().of(query.from(), query.until(), query.filter());
        String sql = "SELECT count(*) FROM " + relation.sql() + " AS v WHERE " + condition;
        return database.rows(sql, bindings.values(), row -> row.getLong(1)).getFirst();
    }

    RecordPage find(List<String> ids) throws SQLException {
        List<Field> fields = relation.allColumns();
        String condition = "i IN (SELECT unnest(" + bindings.bind(ids.toArray(String[]::new)) + "))";
        String page =
                rows(condition) + " QUALIFY row_number() OVER (PARTITION BY i ORDER BY r DESC, f DESC, s DESC) = 1";
        return page(fields, read(fields, page, List.of()), OptionalLong.empty());
    }

    private String rows(String condition) {
        return "SELECT * FROM " + relation.sql() + " AS v WHERE " + condition;
    }

    private List<StoredRecord> read(List<Field> fields, String page, List<String> keys) throws SQLException {
        RowReader reader = new RowReader(fields);
        String sql = "SELECT " + reader.columns() + " FROM " + reading.changes().annotated("(" + page + ")") + " AS p"
                + ordered(keys);
        return database.rows(sql, bindings.values(), reader);
    }

    private RecordPage page(List<Field> fields, List<StoredRecord> records, OptionalLong total) {
        return new RecordPage(fields.stream().map(relation::definition).toList(), records, total);
    }

    private List<String> keys(Order order) {
        return switch (order) {
            case Order.By(List<RecordQuery.Key> keys) ->
                keys.stream().map(this::key).toList();
            case Order.Random(double seed) -> List.of("hash(i, " + bindings.bind(seed) + ")");
        };
    }

    private String key(RecordQuery.Key key) {
        String alias = relation.field(key.field()).requireOrdered().alias();
        return alias + (key.direction() == Direction.ASCENDING ? " ASC" : " DESC") + " NULLS LAST";
    }

    private static String ordered(List<String> keys) {
        return " ORDER BY " + Stream.concat(keys.stream(), LAST_KEYS.stream()).collect(Collectors.joining(", "));
    }
}
