package io.plumbline.compute.testkit.record;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordQuery.Direction;
import io.plumbline.domain.record.SystemField;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers questions for records by looking at one after the other. */
final class NaiveRecords {
    private final Map<String, ValueType> types = new HashMap<>();
    private final List<SampleRecord> records;

    NaiveRecords(List<Column> columns, List<SampleRecord> records) {
        columns.forEach(column -> types.put(column.name(), column.type()));
        types.put(SystemField.RECORD_ID.label(), ValueType.TEXT);
        types.put(SystemField.TRANSACTION.label(), ValueType.TEXT);
        types.put(SystemField.EVENT_TIME.label(), ValueType.TIMESTAMP);
        this.records = records;
    }

    /** Those that fit, in an order. */
    List<SampleRecord> find(Filter filter, List<RecordQuery.Key> keys) {
        return records.stream()
                .filter(record -> fits(record, filter))
                .sorted(order(keys))
                .toList();
    }

    Comparator<SampleRecord> order(List<RecordQuery.Key> keys) {
        Comparator<SampleRecord> order = Comparator.comparingInt(record -> 0);
        for (RecordQuery.Key key : keys) {
            order = order.thenComparing(record -> value(record, key.field()), comparator(key.direction()));
        }
        return order.thenComparingLong(SampleRecord::time).thenComparing(SampleRecord::id);
    }

    private static Comparator<@Nullable Object> comparator(Direction direction) {
        Comparator<Object> order = NaiveRecords::compare;
        return Comparator.nullsLast(direction == Direction.ASCENDING ? order : order.reversed());
    }

    static @Nullable Object value(SampleRecord record, String field) {
        return switch (field) {
            case "_record_id" -> record.id();
            case "_event_time" -> record.time();
            case "_transaction_id" -> record.transaction().isEmpty() ? null : record.transaction();
            default -> record.values().get(field);
        };
    }

    private boolean fits(SampleRecord record, Filter filter) {
        return switch (filter) {
            case Filter.And and -> and.filters().stream().allMatch(part -> fits(record, part));
            case Filter.Compare compare ->
                test(record, compare.field(), value -> switch (compare.comparison()) {
                    case EQUAL -> compare(value, parse(compare.field(), compare.value())) == 0;
                    case GREATER -> compare(value, parse(compare.field(), compare.value())) > 0;
                    case GREATER_OR_EQUAL -> compare(value, parse(compare.field(), compare.value())) >= 0;
                    case LESS -> compare(value, parse(compare.field(), compare.value())) < 0;
                    case LESS_OR_EQUAL -> compare(value, parse(compare.field(), compare.value())) <= 0;
                });
            case Filter.In in ->
                test(
                        record,
                        in.field(),
                        value -> in.values().stream().anyMatch(text -> compare(value, parse(in.field(), text)) == 0));
            case Filter.Like like ->
                test(
                        record,
                        like.field(),
                        value -> pattern(like.pattern()).matcher((String) value).matches());
            case Filter.Missing missing -> value(record, missing.field()) == null;
            case Filter.Present present -> value(record, present.field()) != null;
            case Filter.Joined joined -> throw new IllegalArgumentException("not joined here: " + joined);
        };
    }

    private static boolean test(SampleRecord record, String field, Predicate<Object> condition) {
        return Optional.ofNullable(value(record, field)).filter(condition).isPresent();
    }

    private Object parse(String field, String text) {
        return switch (types.getOrDefault(field, ValueType.TEXT)) {
            case NUMBER -> Double.valueOf(text);
            case INTEGER, TIMESTAMP -> Long.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case TEXT, JSON -> text;
            case VECTOR, BINARY -> throw new IllegalArgumentException("not compared: " + field);
        };
    }

    private static Pattern pattern(String like) {
        StringBuilder pattern = new StringBuilder();
        like.codePoints()
                .forEach(point -> pattern.append(
                        switch (point) {
                            case '%' -> ".+";
                            case '_' -> ".";
                            default -> Pattern.quote(Character.toString(point));
                        }));
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    static int compare(Object left, Object right) {
        return switch (left) {
            // Zero has no sign here, as in SQL.
            case Double number -> Double.compare(number + 0.0, (Double) right + 0.0);
            case Long number -> Long.compare(number, (Long) right);
            case Boolean truth -> Boolean.compare(truth, (Boolean) right);
            case String text -> Arrays.compare(points(text), points((String) right));
            default -> throw new IllegalArgumentException("not compared: " + left);
        };
    }

    private static int[] points(String text) {
        return text.codePoints().toArray();
    }
}
