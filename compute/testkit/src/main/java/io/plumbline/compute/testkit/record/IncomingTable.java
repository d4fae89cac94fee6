package io.plumbline.compute.testkit.record;

import io.plumbline.domain.model.ValueType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table by chance as delimited text, and the records that are to come of it. The first row has every value, so that it tells all types.
 *
 * @param times of its rows
 * @param rows as they stand
 */
record IncomingTable(Times times, List<Row> rows) {
    /** Its columns but for ids and times. */
    static final Map<String, ValueType> TYPES =
            types("x", ValueType.NUMBER, "n", ValueType.INTEGER, "flag", ValueType.BOOLEAN, "s", ValueType.TEXT);

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MORE_ROWS = 2_000;
    private static final int CHANCE_OF_NONE = 10;
    private static final List<Double> NUMBERS = List.of(
            0.1, -0.0, 1.0E300, 4.9E-324, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 123456.789);
    private static final List<String> TEXTS =
            List.of("a", "b, c", "say \"x\"", "two\nlines", "é😀", "NULL", " x ", "true story", "1 or 2", "NaN?");

    /** How the times of rows lie. */
    enum Times {
        ABSENT,
        IN_ORDER,
        OUT_OF_ORDER
    }

    /**
     * A row.
     *
     * @param ownId empty where the row has none
     * @param number of the row, from 1
     * @param time of the row, if it has one
     * @param values by column
     */
    record Row(String ownId, int number, Optional<Instant> time, Map<String, @Nullable Object> values) {
        /** Of the record. */
        String id() {
            return ownId.isEmpty() ? "batch-" + number : ownId;
        }
    }

    static Map<String, ValueType> types(Object... namesAndTypes) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            types.put((String) namesAndTypes[i], (ValueType) namesAndTypes[i + 1]);
        }
        return types;
    }

    static IncomingTable random(long seed, int leastRows, Times times) {
        Random random = new Random(seed);
        int count = leastRows + random.nextInt(MORE_ROWS);
        List<Row> rows = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            rows.add(row(random, number, times));
        }
        return new IncomingTable(times, rows);
    }

    private static Row row(Random random, int number, Times times) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String column : TYPES.keySet()) {
            values.put(column, number > 1 && random.nextInt(CHANCE_OF_NONE) == 0 ? null : value(random, column));
        }
        values.put("s", number == 1 ? "first" : values.get("s"));
        values.put("x", number == 1 ? Double.valueOf(0.5) : values.get("x"));
        String id = number > 1 && random.nextInt(CHANCE_OF_NONE) == 0 ? "" : "0" + number;
        return new Row(id, number, time(random, number, times), values);
    }

    private static Object value(Random random, String column) {
        return switch (column) {
            case "x" -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case "n" -> (long) random.nextInt() << random.nextInt(20);
            case "flag" -> random.nextBoolean();
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    private static Optional<Instant> time(Random random, int number, Times times) {
        return switch (times) {
            case ABSENT -> Optional.empty();
            case IN_ORDER -> Optional.of(START.plus(number / 7, ChronoUnit.MINUTES));
            case OUT_OF_ORDER -> Optional.of(START.plus(random.nextInt(100), ChronoUnit.MINUTES));
        };
    }

    /** The rows as records lie: by time, and those of one time as they stand. */
    Stream<Row> lying() {
        return rows.stream().sorted(Comparator.comparing(row -> row.time().orElse(Instant.MAX)));
    }

    /** As text. */
    String csv() {
        return header() + "\n" + rows.stream().map(row -> line(row) + "\n").collect(Collectors.joining());
    }

    /** As text, with a column that has a value in its last row only, far from the first. */
    String csvWithLateColumn() {
        String most = rows.stream()
                .limit(rows.size() - 1L)
                .map(row -> line(row) + ",\n")
                .collect(Collectors.joining());
        return header() + ",late\n" + most + line(rows.getLast()) + ",at last\n";
    }

    private String header() {
        return (times == Times.ABSENT ? "id," : "id,at,") + String.join(",", TYPES.keySet());
    }

    private String line(Row row) {
        List<String> fields = new ArrayList<>(List.of(row.ownId()));
        row.time().ifPresent(time -> fields.add(time.toString()));
        row.values().values().forEach(value -> fields.add(field(value)));
        return String.join(",", fields);
    }

    private static String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> '"' + text.replace("\"", "\"\"") + '"';
            case Double number when number.isInfinite() -> number > 0 ? "inf" : "-inf";
            default -> value.toString();
        };
    }
}
