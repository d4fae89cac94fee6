package io.plumbline.compute.testkit.record;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.Filter.Comparison;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordQuery.Direction;
import io.plumbline.measures.table.ColumnRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Records and questions by chance, of few different values, so that questions have answers. */
final class RandomRecords {
    static final List<Column> COLUMNS = List.of(
            Column.of("x", ValueType.NUMBER, ColumnRole.FEATURE),
            Column.of("X", ValueType.NUMBER, ColumnRole.FEATURE),
            Column.of("n", ValueType.INTEGER, ColumnRole.FEATURE),
            Column.of("flag", ValueType.BOOLEAN, ColumnRole.FEATURE),
            Column.of("s", ValueType.TEXT, ColumnRole.FEATURE));

    private static final List<String> FIELDS = List.of("x", "X", "n", "flag", "s", "_record_id", "_transaction_id");
    private static final List<String> NUMBERS =
            List.of("0.0", "-0.0", "1.5", "-1.5", "NaN", "Infinity", "-Infinity", "1.0E-300", "3.0", "1.0E300");
    private static final List<String> TEXTS =
            List.of("", "a", "b", "ab", "A", "é", "😀", "\uffee", "a%", "a_b", "'", "\"", "\\", "a\nb", "NULL");
    private static final List<String> PATTERNS = List.of("%", "_", "a%", "%b", "a_b", "a%%", "é", "%_", "", "\\", "'");

    private final Random random;

    RandomRecords(long seed) {
        random = new Random(seed);
    }

    List<SampleRecord> records(int size) {
        return IntStream.range(0, size).mapToObj(this::record).toList();
    }

    private SampleRecord record(int number) {
        Map<String, @Nullable Object> values = new HashMap<>();
        COLUMNS.forEach(column -> values.put(column.name(), random.nextInt(5) == 0 ? null : value(column.type())));
        return new SampleRecord("r" + number, random.nextInt(20), transaction(), values);
    }

    private String transaction() {
        return random.nextInt(3) == 0 ? "" : "t" + random.nextInt(4);
    }

    private Object value(ValueType type) {
        return switch (type) {
            case NUMBER -> Double.valueOf(pick(NUMBERS));
            case INTEGER -> (long) random.nextInt(10);
            case BOOLEAN -> random.nextBoolean();
            case TEXT -> pick(TEXTS);
            case TIMESTAMP, VECTOR, JSON, BINARY -> throw new IllegalArgumentException("not made: " + type);
        };
    }

    /** Some records with other values, by their numbers. */
    Map<Integer, SampleRecord> changed(List<SampleRecord> records, String field) {
        ValueType type = COLUMNS.stream()
                .filter(column -> column.name().equals(field))
                .findFirst()
                .orElseThrow()
                .type();
        Map<Integer, SampleRecord> changed = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            if (random.nextInt(3) == 0) {
                SampleRecord record = records.get(i);
                Map<String, @Nullable Object> values = new HashMap<>(record.values());
                values.put(field, random.nextInt(4) == 0 ? null : value(type));
                changed.put(i, new SampleRecord(record.id(), record.time(), record.transaction(), values));
            }
        }
        return changed;
    }

    Filter filter() {
        return switch (random.nextInt(7)) {
            case 0 -> new Filter.And(List.of(filter(), filter()));
            case 1 -> new Filter.Like(pick(List.of("s", "_record_id")), pick(PATTERNS));
            case 2 -> new Filter.Missing(pick(FIELDS));
            case 3 -> new Filter.Present(pick(FIELDS));
            case 4 -> {
                String field = pick(FIELDS);
                yield new Filter.In(field, List.of(text(field), text(field)));
            }
            default -> {
                String field = pick(FIELDS);
                yield new Filter.Compare(field, pick(List.of(Comparison.values())), text(field));
            }
        };
    }

    private String text(String field) {
        return switch (field) {
            case "x", "X" -> pick(NUMBERS);
            case "n" -> Integer.toString(random.nextInt(10));
            case "flag" -> Boolean.toString(random.nextBoolean());
            case "_record_id" -> "r" + random.nextInt(40);
            case "_transaction_id" -> "t" + random.nextInt(4);
            default -> pick(TEXTS);
        };
    }

    List<RecordQuery.Key> keys() {
        List<RecordQuery.Key> keys = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            keys.add(new RecordQuery.Key(pick(FIELDS), pick(List.of(Direction.values()))));
        }
        return keys;
    }

    /** Cuts into runs of any length, none included. */
    <T> List<List<T>> cut(List<T> whole) {
        List<List<T>> parts = new ArrayList<>();
        int from = 0;
        while (from < whole.size()) {
            int until = Math.min(whole.size(), from + random.nextInt(whole.size() + 1));
            parts.add(whole.subList(from, until));
            from = until;
        }
        return parts;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
