package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.golden.GoldenRecipe;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for measures of counts; {@link MeasuresTest} has what holds for all. */
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

    @Property(tries = 200)
    void symmetricMeasuresDoNotCareWhichColumnIsTheReference(@ForAll("smallCategories") Pair pair) {
        SYMMETRIC.forEach(id -> assertSymmetric(Measures.require(id), pair));
    }

    @Property(tries = 200)
    void measuresOfEqualWidthOverBothAreSymmetricForNumbers(@ForAll("manyNumbers") Pair pair) {
        Stream.of("js@whylabs", "psi@whylabs", "hellinger@frouros", "hellinger@evidently-0.7")
                .forEach(id -> assertSymmetric(Measures.require(id), pair));
    }

    @Example
    void aScoreNamesItsBinsSmoothingAndLogarithm() {
        ColumnData column = GoldenRecipe.numbers(GoldenRecipe.referenceA());
        Score score = (Score) Measures.require("psi@1").measure(column, column);
        assertThat(score.parameters())
                .containsEntry("binning", "10 quantiles of the reference")
                .containsEntry("outside", "outer bins open")
                .containsEntry("bins", 10)
                .containsEntry("smoothing", "0.5 added to each count")
                .containsEntry("logarithm", "base e")
                .containsKey("edges");
        assertThat(score.referenceCount()).isEqualTo(8000);
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

    private static String name(Score score) {
        return score.definition().id().toString();
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

    private static ColumnData numbers(List<Double> values) {
        return GoldenRecipe.numbers(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    record Pair(ColumnData reference, ColumnData current) {}
}
