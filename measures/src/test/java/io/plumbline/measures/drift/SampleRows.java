package io.plumbline.measures.drift;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Columns of every type for the tests that run over all measures. */
final class SampleRows {
    static final List<Rows> TYPICAL = List.of(
            normal(ColumnType.NUMBER),
            normal(ColumnType.INTEGER),
            normal(ColumnType.TIMESTAMP),
            new Rows(ColumnType.NUMBER, cycle(0.0, 0.0, 1.0)),
            new Rows(ColumnType.BOOLEAN, cycle(true, false, false)),
            new Rows(ColumnType.TEXT, cycle("a", "b", "a", "c", null)));

    /** Rows that give a measure little to hold on to. */
    static final List<Rows> POOR = Stream.concat(
                    Arrays.stream(ColumnType.values())
                            .flatMap(type -> Stream.of(new Rows(type, List.of()), Rows.missing(type, 30))),
                    Stream.of(
                            new Rows(ColumnType.NUMBER, Collections.nCopies(30, Double.NaN)),
                            new Rows(ColumnType.NUMBER, cycle(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)),
                            new Rows(ColumnType.NUMBER, List.of(1.5)),
                            new Rows(ColumnType.INTEGER, List.of(7L)),
                            new Rows(ColumnType.TIMESTAMP, List.of(0L)),
                            new Rows(ColumnType.BOOLEAN, List.of(true)),
                            new Rows(ColumnType.TEXT, List.of("a")),
                            new Rows(ColumnType.NUMBER, Collections.nCopies(30, 0.1)),
                            new Rows(ColumnType.INTEGER, Collections.nCopies(30, Long.MAX_VALUE)),
                            new Rows(ColumnType.TIMESTAMP, Collections.nCopies(30, 1_760_000_000_000_000L)),
                            new Rows(ColumnType.BOOLEAN, Collections.nCopies(30, false)),
                            new Rows(ColumnType.TEXT, Collections.nCopies(30, "a"))))
            .toList();

    static Rows normal(ColumnType type) {
        Random random = new Random(11);
        return new Rows(
                type,
                Stream.generate(() -> 1000 * random.nextGaussian())
                        .limit(200)
                        .map(value -> type == ColumnType.NUMBER ? (Object) value : (Object) Math.round(value))
                        .toList());
    }

    static List<@Nullable Object> cycle(@Nullable Object... cells) {
        List<@Nullable Object> rows = new ArrayList<>();
        for (int row = 0; row < 60; row++) {
            rows.add(cells[row % cells.length]);
        }
        return rows;
    }

    /** For measures that want as many values on both sides. */
    static Arbitrary<Rows> truthsOfOneSize() {
        return Arbitraries.of(true, false).list().ofSize(20).map(rows -> new Rows(ColumnType.BOOLEAN, rows));
    }

    static List<Arbitrary<Rows>> kinds() {
        return List.of(
                of(ColumnType.NUMBER, Arbitraries.doubles().between(-1e6, 1e6)),
                of(ColumnType.NUMBER, Arbitraries.of(-1.0, 0.0, 0.5, 2.0)),
                of(ColumnType.INTEGER, Arbitraries.longs().between(-20, 20)),
                of(ColumnType.INTEGER, Arbitraries.of(0L, 1L)),
                of(ColumnType.TIMESTAMP, Arbitraries.longs().between(1_700_000_000_000_000L, 1_760_000_000_000_000L)),
                of(ColumnType.BOOLEAN, Arbitraries.of(true, false)),
                of(ColumnType.TEXT, Arbitraries.of("a", "b", "c", "d", "e")));
    }

    static Arbitrary<Rows> of(ColumnType type, Arbitrary<?> cells) {
        return cells.injectNull(0.05).list().ofMinSize(1).ofMaxSize(80).map(rows -> new Rows(type, rows));
    }

    private SampleRows() {}
}
