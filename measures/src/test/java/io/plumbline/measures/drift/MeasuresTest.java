package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.drift.MeasureDefinition.ColumnKind;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import io.plumbline.measures.golden.GoldenRecipe;
import io.plumbline.measures.table.Rows;
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

/** What holds for every measure that is registered, whoever's definition it is. */
class MeasuresTest {
    /** It truncates expected counts, so that they differ from equal observed ones: the deviation its definition names. */
    private static final String TRUNCATING = "chi2@whylabs";

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
            for (Rows rows : SampleRows.TYPICAL) {
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
        ColumnData numbers = SampleRows.normal(ColumnType.NUMBER).read();
        ColumnData texts = new Rows(ColumnType.TEXT, SampleRows.cycle("a", "b")).read();
        for (Measure measure : Measures.all()) {
            assertThat(measure.measure(numbers, texts)).as(name(measure)).isInstanceOf(NotComputable.class);
            assertThat(measure.measure(texts, numbers)).as(name(measure)).isInstanceOf(NotComputable.class);
        }
    }

    @Example
    void poorColumnsHaveAScoreInTheRangeOrAReason() {
        List<ColumnData> columns = Stream.concat(SampleRows.POOR.stream(), SampleRows.TYPICAL.stream())
                .map(Rows::read)
                .toList();
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
        List<ColumnData> without = SampleRows.POOR.stream()
                .map(Rows::read)
                .filter(column -> column.tally().values() == 0)
                .toList();
        assertThat(without).hasSize(2 * ColumnType.values().length + 2);
        for (Measure measure : Measures.all()) {
            for (ColumnData empty : without) {
                for (Rows rows : SampleRows.TYPICAL) {
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
        return Arbitraries.oneOf(SampleRows.kinds());
    }

    @Provide
    Arbitrary<Pair> pairs() {
        return Arbitraries.oneOf(Stream.concat(SampleRows.kinds().stream(), Stream.of(SampleRows.truthsOfOneSize()))
                .map(MeasuresTest::pairsOf)
                .toList());
    }

    private static Arbitrary<Pair> pairsOf(Arbitrary<Rows> rows) {
        return Combinators.combine(rows, rows).as(Pair::new);
    }

    record Pair(Rows reference, Rows current) {}
}
