package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.golden.GoldenRecipe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every measure of counts, whoever's definition it is. */
class CountMeasureTest {
    /** They take both columns alike as long as the bins are those of both. */
    private static final Set<String> SYMMETRIC = Set.of(
            "psi@evidently-0.7",
            "js@evidently-0.7",
            "hellinger@evidently-0.7",
            "psi@whylabs",
            "js@whylabs",
            "hellinger@whylabs",
            "hellinger@frouros",
            "psi@frouros",
            "linf@nannyml-0.13",
            "chi2@nannyml-0.13",
            "chi2@scipy",
            "chi2@frouros");

    /** It truncates expected counts, so that they differ from equal observed ones: the deviation its definition names. */
    private static final String TRUNCATING = "chi2@whylabs";

    @Property(tries = 100)
    void identicalColumnsDoNotDiffer(@ForAll("columns") ColumnData column) {
        computed(column, column)
                .filter(score -> !name(score).equals(TRUNCATING))
                .forEach(score -> {
                    boolean similarity = score.definition().direction() == Direction.DOWN;
                    assertThat(score.value()).as(name(score)).isCloseTo(similarity ? 1 : 0, within(1e-7));
                    assertThat(score.isDrift()).as(name(score)).isFalse();
                });
    }

    @Property(tries = 200)
    void valuesLieInTheirRange(@ForAll("pairs") Pair pair) {
        computed(pair.reference(), pair.current()).forEach(score -> {
            MeasureDefinition.Range range = score.definition().range();
            assertThat(score.value()).as(name(score)).isBetween(range.least() - 1e-12, range.greatest() + 1e-12);
            assertThat(Double.isNaN(score.p()) || (score.p() >= 0 && score.p() <= 1))
                    .as(name(score) + " p")
                    .isTrue();
            assertThat(score.isExact()).as(name(score)).isTrue();
        });
    }

    @Property(tries = 200)
    void symmetricMeasuresDoNotCareWhichColumnIsTheReference(@ForAll("smallCategories") Pair pair) {
        SYMMETRIC.forEach(id -> assertSymmetric(Measures.require(id), pair));
    }

    @Property(tries = 200)
    void measuresOfEqualWidthOverBothAreSymmetricForNumbers(@ForAll("manyNumbers") Pair pair) {
        Stream.of("js@whylabs", "psi@whylabs", "hellinger@frouros", "hellinger@evidently-0.7")
                .forEach(id -> assertSymmetric(Measures.require(id), pair));
    }

    @Property(tries = 50)
    void theOrderOfRowsDoesNotMatter(@ForAll("values") List<Double> reference, @ForAll("values") List<Double> current) {
        List<Double> reversed = new ArrayList<>(reference);
        Collections.reverse(reversed);
        List<Double> rotated = new ArrayList<>(current);
        Collections.rotate(rotated, 7);
        assertThat(values(numbers(reversed), numbers(rotated))).isEqualTo(values(numbers(reference), numbers(current)));
    }

    private static List<Double> values(ColumnData reference, ColumnData current) {
        return computed(reference, current).map(Score::value).toList();
    }

    @Provide
    Arbitrary<List<Double>> values() {
        return Arbitraries.doubles().between(-1e6, 1e6).list().ofMinSize(1).ofMaxSize(100);
    }

    private static void assertSymmetric(Measure measure, Pair pair) {
        Outcome there = measure.measure(pair.reference(), pair.current());
        Outcome back = measure.measure(pair.current(), pair.reference());
        if (there instanceof Score score) {
            assertThat(((Score) back).value())
                    .as(name(score))
                    .isCloseTo(score.value(), within(1e-9 * Math.max(1, score.value())));
        } else {
            assertThat(back).isInstanceOf(NotComputable.class);
        }
    }

    private static Stream<Score> computed(ColumnData reference, ColumnData current) {
        return countMeasures()
                .map(measure -> measure.measure(reference, current))
                .filter(Score.class::isInstance)
                .map(Score.class::cast);
    }

    private static Stream<Measure> countMeasures() {
        return Measures.all().stream().filter(CountMeasure.class::isInstance);
    }

    private static String name(Score score) {
        return score.definition().id().toString();
    }

    @Provide
    Arbitrary<ColumnData> columns() {
        return Arbitraries.oneOf(categoryColumns(), numberColumns(1), fewNumberColumns());
    }

    @Provide
    Arbitrary<Pair> pairs() {
        return Arbitraries.oneOf(pairsOf(categoryColumns()), pairsOf(numberColumns(1)), pairsOf(fewNumberColumns()));
    }

    @Provide
    Arbitrary<Pair> smallCategories() {
        return pairsOf(categoryColumns());
    }

    @Provide
    Arbitrary<Pair> manyNumbers() {
        return pairsOf(numberColumns(30));
    }

    private static Arbitrary<Pair> pairsOf(Arbitrary<ColumnData> columns) {
        return Combinators.combine(columns, columns).as(Pair::new);
    }

    private static Arbitrary<ColumnData> categoryColumns() {
        return Arbitraries.maps(
                        Arbitraries.of("a", "b", "c", "d", "e", "f"),
                        Arbitraries.longs().between(1, 5000))
                .ofMinSize(1)
                .map(GoldenRecipe::categories);
    }

    private static Arbitrary<ColumnData> numberColumns(int least) {
        return Arbitraries.doubles()
                .between(-1e6, 1e6)
                .list()
                .ofMinSize(least)
                .ofMaxSize(200)
                .map(CountMeasureTest::numbers);
    }

    private static Arbitrary<ColumnData> fewNumberColumns() {
        return Arbitraries.of(-1.0, 0.0, 0.5, 2.0)
                .list()
                .ofMinSize(1)
                .ofMaxSize(200)
                .map(CountMeasureTest::numbers);
    }

    private static ColumnData numbers(List<Double> values) {
        return GoldenRecipe.numbers(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    record Pair(ColumnData reference, ColumnData current) {}
}
