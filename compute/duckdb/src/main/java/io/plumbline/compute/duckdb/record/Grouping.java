package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.GroupQuery.Aggregate;
import io.plumbline.domain.record.GroupTable;
import io.plumbline.domain.record.GroupTable.Limited;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers one question for records by groups: first which they are and between which numbers they lie, then the groups. */
final class Grouping {
    private static final String NEWEST_FIRST = " ORDER BY t DESC, r DESC, s DESC LIMIT ";

    private final Database database;
    private final Reading reading;
    private final RecordRelation relation;
    private final Bindings bindings;
    private final GroupQuery query;
    private final NewestRecords newest;
    private final List<Field> fields;

    private Grouping(Database database, Reading reading, GroupQuery query, NewestRecords newest) {
        this.database = database;
        this.reading = reading;
        this.relation = reading.relation();
        this.bindings = reading.bindings();
        this.query = query;
        this.newest = newest;
        this.fields = query.groups().stream()
                .map(name -> relation.field(name).requireOrdered())
                .toList();
    }

    static GroupTable of(Database database, Reading reading, GroupQuery query) throws SQLException {
        requireAtLeastOne("limit", query.limit());
        query.bins().ifPresent(bins -> requireAtLeastOne("bins", bins));
        NewestRecords newest = NewestRecords.of(database, reading, query);
        List<GroupKey> keys = new Grouping(database, reading.again(), query, newest).keys();
        return new Grouping(database, reading.again(), query, newest).table(keys);
    }

    private static void requireAtLeastOne(String name, long value) {
        if (value < 1) {
            throw PlumblineException.invalid(name, name + " must be at least 1, not " + value);
        }
    }

    /** The records that are asked for. */
    private String rows() {
        Conditions conditions = reading.conditions();
        // Before the relation, which has only those columns that were named.
        String condition = conditions.of(query.from(), query.until(), query.filter());
        StringBuilder rows = new StringBuilder("(SELECT * FROM " + relation.sql() + " AS v WHERE " + condition);
        newest.since().ifPresent(since -> rows.append(" AND ").append(conditions.since(since)));
        if (newest.limited() == Limited.LIMITED) {
            rows.append(NEWEST_FIRST).append(bindings.bind(query.limit()));
        }
        return rows.append(')').toString();
    }

    private List<GroupKey> keys() throws SQLException {
        List<String> extremes = fields.stream()
                .filter(this::isBinned)
                .map(field -> "min(" + finite(field) + "), max(" + finite(field) + ")")
                .toList();
        if (extremes.isEmpty()) {
            return fields.stream().<GroupKey>map(ValueKey::new).toList();
        }
        String sql = "SELECT " + String.join(", ", extremes) + " FROM " + rows() + " AS v";
        return database.rows(sql, bindings.values(), this::keys).getFirst();
    }

    private static String finite(Field field) {
        String number = "CAST(" + field.alias() + " AS DOUBLE)";
        return "CASE WHEN isfinite(" + number + ") THEN " + number + " END";
    }

    private boolean isBinned(Field field) {
        return query.bins().isPresent() && (field.type() == ValueType.NUMBER || field.type() == ValueType.INTEGER);
    }

    private List<GroupKey> keys(ResultSet extremes) throws SQLException {
        List<GroupKey> keys = new ArrayList<>();
        int column = 1;
        for (Field field : fields) {
            if (isBinned(field)) {
                keys.add(new BinKey(
                        field,
                        extremes.getDouble(column),
                        extremes.getDouble(column + 1),
                        query.bins().orElseThrow()));
                column += 2;
            } else {
                keys.add(new ValueKey(field));
            }
        }
        return keys;
    }

    private GroupTable table(List<GroupKey> keys) throws SQLException {
        List<AggregateColumn> aggregates =
                query.aggregates().stream().map(this::aggregate).toList();
        String values = Stream.concat(
                        keys.stream().map(key -> key.sql(bindings)),
                        Stream.concat(aggregates.stream().map(AggregateColumn::sql), Stream.of("count(*)")))
                .collect(Collectors.joining(", "));
        String sql = "SELECT " + values + " FROM " + prepared(keys, rows()) + " AS v" + clauses(keys.size());
        LongAdder processed = new LongAdder();
        List<List<@Nullable Object>> rows = database.rows(sql, bindings.values(), row -> {
            processed.add(row.getLong(keys.size() + aggregates.size() + 1));
            return row(row, keys, aggregates);
        });
        return new GroupTable(rows, processed.sum(), newest.limited());
    }

    private String prepared(List<GroupKey> keys, String rows) {
        String columns = keys.stream()
                .distinct()
                .flatMap(key -> key.prepared(bindings).stream())
                .map(", "::concat)
                .collect(Collectors.joining());
        return "(SELECT *" + columns + " FROM " + rows + " AS v)";
    }

    private AggregateColumn aggregate(Aggregate aggregate) {
        return AggregateColumn.of(aggregate, relation);
    }

    /** Groups by the first columns, whose number it is given, and orders by them. */
    private static String clauses(int keys) {
        if (keys == 0) {
            return "";
        }
        List<String> numbers = new ArrayList<>();
        List<String> order = new ArrayList<>();
        for (int key = 1; key <= keys; key++) {
            numbers.add(Integer.toString(key));
            order.add(key + " ASC NULLS LAST");
        }
        return " GROUP BY " + String.join(", ", numbers) + " ORDER BY " + String.join(", ", order);
    }

    private static List<@Nullable Object> row(ResultSet row, List<GroupKey> keys, List<AggregateColumn> aggregates)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            values.add(keys.get(i).read(row, i + 1));
        }
        for (int i = 0; i < aggregates.size(); i++) {
            values.add(
                    RowReader.value(row, keys.size() + i + 1, aggregates.get(i).type()));
        }
        return Collections.unmodifiableList(values);
    }
}
