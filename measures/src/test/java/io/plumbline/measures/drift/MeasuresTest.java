package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.drift.MeasureDefinition.ColumnKind;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import io.plumbline.measures.golden.GoldenRecipe;
import io.plumbline.measures.table.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds for every measure that is registered, whoever's definition it is. */
class MeasuresTest {
    /** It truncates expected counts, so that they differ from equal observed ones: the deviation its definition names. */
    private static final String TRUNCATING = "chi2@whylabs";

    private static final List<Rows> TYPICAL = List.of(
            normal(ColumnType.NUMBER),
            normal(ColumnType.INTEGER),
            normal(ColumnType.TIMESTAMP),
            new Rows(ColumnType.NUMBER, cycle(0.0, 0.0, 1.0)),
            new Rows(ColumnType.BOOLEAN, cycle(true, false, false)),
            new Rows(ColumnType.TEXT, cycle("a", "b", "a", "c", null)));

    /** Rows that give a measure little to hold on to. */
    private static final List<Rows> POOR = Stream.concat(
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

    private static Rows normal(ColumnType type) {
        Random random = new Random(11);
        return new Rows(
                type,
                Stream.generate(() -> 1000 * random.nextGaussian())
                        .limit(200)
                        .map(value -> type == ColumnType.NUMBER ? (Object) value : (Object) Math.round(value))
                        .toList());
    }

    private static List<@Nullable Object> cycle(@Nullable Object... cells) {
        List<@Nullable Object> rows = new ArrayList<>();
        for (int row = 0; row < 60; row++) {
            rows.add(cells[row % cells.length]);
        }
        return rows;
    }

    @Example
    void eachSaysWhatItIs() {
        assertThat(Measures.all()).isNotEmpty().extracting(Measure::definition).allSatisfy(definition -> {
            assertThat(definition.title()).isNotBlank();
            assertThat(definition.formula()).isNotBlank().doesNotContain("\n");
            assertThat(definition.source()).isNotBlank();
            assertThat(definition.kinds()).isNotEmpty();
            assertThat(definition.range().least()).isLessThan(definition.range().greatest());
            assertThat(Measures.require(definition.id().toString()).definition())
                    .isSameAs(definition);
        });
    }

    @Example
    void eachIsComputedOfTheKindsItIsMadeForAndOfNoOther() {
        for (Measure measure : Measures.all()) {
            Set<ColumnKind> computed = EnumSet.noneOf(ColumnKind.class);
            for (Rows rows : TYPICAL) {
                if (measure.measure(rows.read(), rows.read()) instanceof Score) {
                    computed.add(rows.type().isNumeric() ? ColumnKind.NUMERIC : ColumnKind.CATEGORICAL);
                }
            }
            assertThat(computed)
                    .as(name(measure))
                    .isEqualTo(measure.definition().kinds());
        }
    }

    @Example
    void columnsOfDifferentKindsAreNotMeasured() {
        ColumnData numbers = normal(ColumnType.NUMBER).read();
        ColumnData texts = new Rows(ColumnType.TEXT, cycle("a", "b")).read();
        for (Measure measure : Measures.all()) {
            assertThat(measure.measure(numbers, texts)).as(name(measure)).isInstanceOf(NotComputable.class);
            assertThat(measure.measure(texts, numbers)).as(name(measure)).isInstanceOf(NotComputable.class);
        }
    }

    @Example
    void poorColumnsHaveAScoreInTheRangeOrAReason() {
        List<ColumnData> columns =
                Stream.concat(POOR.stream(), TYPICAL.stream()).map(Rows::read).toList();
        for (Measure measure : Measures.all()) {
            for (ColumnData reference : columns) {
                for (ColumnData current : columns) {
                    assertSound(measure, measure.measure(reference, current));
                }
            }
        }
    }

    @Example
    void withoutValuesOnOneSideThereIsNoScore() {
        List<ColumnData> without = POOR.stream()
                .map(Rows::read)
                .filter(column -> column.tally().values() == 0)
                .toList();
        assertThat(without).hasSize(2 * ColumnType.values().length + 2);
        for (Measure measure : Measures.all()) {
            for (ColumnData empty : without) {
                for (Rows rows : TYPICAL) {
                    assertThat(measure.measure(empty, rows.read()))
                            .as(name(measure))
                            .isInstanceOf(NotComputable.class);
                    assertThat(measure.measure(rows.read(), empty))
                            .as(name(measure))
                            .isInstanceOf(NotComputable.class);
                }
            }
        }
    }

    @Property(tries = 150)
    void valuesLieInTheStatedRange(@ForAll("pairs") Pair pair) {
        ColumnData reference = pair.reference().read();
        ColumnData current = pair.current().read();
        for (Measure measure : Measures.all()) {
            assertSound(measure, measure.measure(reference, current));
        }
    }

    /** Where rounding could carry a sum of shares past its bound. */
    @Example
    void valuesOfDataWithNothingInCommonLieInTheStatedRange() {
        for (int categories = 1; categories < 100; categories++) {
            ColumnData reference = GoldenRecipe.categories(distinct("before ", categories));
            ColumnData current = GoldenRecipe.categories(distinct("now ", categories + 7));
            for (Measure measure : Measures.all()) {
                assertSound(measure, measure.measure(reference, current));
            }
        }
    }

    private static List<String> distinct(String prefix, int categories) {
        return IntStream.range(0, categories).mapToObj(i -> prefix + i).toList();
    }

    private static void assertSound(Measure measure, Outcome outcome) {
        assertThat(outcome.definition()).isSameAs(measure.definition());
        if (outcome instanceof Score score) {
            Range range = measure.definition().range();
            assertThat(score.value()).as(name(measure)).isBetween(range.least(), range.greatest());
            assertThat(Double.isNaN(score.p()) || (score.p() >= 0 && score.p() <= 1))
                    .as(name(measure) + " p=" + score.p())
                    .isTrue();
            assertThat(score.isExact()).as(name(measure)).isTrue();
        } else {
            assertThat(((NotComputable) outcome).reason()).as(name(measure)).isNotBlank();
        }
    }

    @Property(tries = 100)
    void equalDataIsNotDrift(@ForAll("rows") Rows rows) {
        for (Measure measure : Measures.all()) {
            if (!name(measure).equals(TRUNCATING) && measure.measure(rows.read(), rows.read()) instanceof Score score) {
                assertNeutral(score);
                assertThat(score.isDrift()).as(name(measure)).isFalse();
                assertThat(Double.isNaN(score.p()) || score.p() >= 0.25)
                        .as(name(measure) + " p=" + score.p())
                        .isTrue();
            }
        }
    }

    /** The value of equal data: none, all in common, or half of the pairs. A statistic less its mean is not above none. */
    private static void assertNeutral(Score score) {
        MeasureDefinition definition = score.definition();
        String name = definition.id().toString();
        double neutral = switch (definition.direction()) {
            case UP, AWAY_FROM_ZERO -> 0;
            case DOWN -> definition.range().greatest();
            case AWAY_FROM_HALF -> score.referenceCount() * (double) score.currentCount() / 2;
        };
        if (definition.direction() == MeasureDefinition.Direction.UP
                && definition.range().least() < 0) {
            assertThat(score.value()).as(name).isLessThanOrEqualTo(neutral + 1e-7);
        } else {
            assertThat(score.value()).as(name).isCloseTo(neutral, within(1e-7));
        }
    }

    @Property(tries = 100)
    void theOrderOfRowsDoesNotMatter(@ForAll("pairs") Pair pair, @ForAll Random random) {
        ColumnData reference = pair.reference().read();
        ColumnData current = pair.current().read();
        ColumnData otherReference = pair.reference().shuffled(random).read();
        ColumnData otherCurrent = pair.current().shuffled(random).read();
        for (Measure measure : Measures.all()) {
            assertThat(measure.measure(otherReference, otherCurrent))
                    .as(name(measure))
                    .isEqualTo(measure.measure(reference, current));
        }
    }

    /** Otherwise the properties would hold of nothing. */
    @Example
    void thePropertiesReachEveryMeasure() {
        Set<String> reached = new TreeSet<>();
        pairs().sampleStream().limit(150).forEach(pair -> {
            ColumnData reference = pair.reference().read();
            ColumnData current = pair.current().read();
            Measures.all().stream()
                    .filter(measure -> measure.measure(reference, current) instanceof Score)
                    .map(MeasuresTest::name)
                    .forEach(reached::add);
        });
        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(
                        Measures.all().stream().map(MeasuresTest::name).toList());
    }

    private static String name(Measure measure) {
        return measure.definition().id().toString();
    }

    @Provide
    Arbitrary<Rows> rows() {
        return Arbitraries.oneOf(kinds());
    }

    @Provide
    Arbitrary<Pair> pairs() {
        return Arbitraries.oneOf(Stream.concat(kinds().stream(), Stream.of(truthsOfOneSize()))
                .map(MeasuresTest::pairsOf)
                .toList());
    }

    /** For measures that want as many values on both sides. */
    private static Arbitrary<Rows> truthsOfOneSize() {
        return Arbitraries.of(true, false).list().ofSize(20).map(rows -> new Rows(ColumnType.BOOLEAN, rows));
    }

    private static Arbitrary<Pair> pairsOf(Arbitrary<Rows> rows) {
        return Combinators.combine(rows, rows).as(Pair::new);
    }

    private static List<Arbitrary<Rows>> kinds() {
        return List.of(
                of(ColumnType.NUMBER, Arbitraries.doubles().between(-1e6, 1e6)),
                of(ColumnType.NUMBER, Arbitraries.of(-1.0, 0.0, 0.5, 2.0)),
                of(ColumnType.INTEGER, Arbitraries.longs().between(-20, 20)),
                of(ColumnType.INTEGER, Arbitraries.of(0L, 1L)),
                of(ColumnType.TIMESTAMP, Arbitraries.longs().between(1_700_000_000_000_000L, 1_760_000_000_000_000L)),
                of(ColumnType.BOOLEAN, Arbitraries.of(true, false)),
                of(ColumnType.TEXT, Arbitraries.of("a", "b", "c", "d", "e")));
    }

    private static Arbitrary<Rows> of(ColumnType type, Arbitrary<?> cells) {
        return cells.injectNull(0.05).list().ofMinSize(1).ofMaxSize(80).map(rows -> new Rows(type, rows));
    }

    record Pair(Rows reference, Rows current) {}
}
