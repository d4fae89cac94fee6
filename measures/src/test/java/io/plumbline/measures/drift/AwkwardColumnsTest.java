package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.SortedNumbers;
import io.plumbline.measures.column.Tally;
import io.plumbline.measures.golden.GoldenRecipe;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns that are empty, constant, tiny, huge or of very unequal sizes: there is always a finite score or a reason. */
class AwkwardColumnsTest {
    private static final List<ColumnData> AWKWARD = Stream.of(
                    new double[] {},
                    new double[] {3},
                    new double[] {3, 3},
                    new double[] {4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4},
                    new double[] {0, 1},
                    new double[] {-0.0, 0.0, 0.0, 1, 1, 1},
                    new double[] {1e300, 2e300, 3e300, -1e300, 5e299},
                    filled(12, Double.MAX_VALUE, -Double.MAX_VALUE),
                    filled(12, Double.MIN_VALUE, 0),
                    filled(12, 1, Math.nextUp(1)),
                    filled(11, 0, 1e-300),
                    filled(10_001, 7, 7),
                    filled(10_001, 7, Math.nextUp(7)),
                    filled(10_001, -Double.MAX_VALUE, Double.MAX_VALUE),
                    GoldenRecipe.number(1, 12),
                    GoldenRecipe.number(2, 9000),
                    GoldenRecipe.number(3, 11_000))
            .map(AwkwardColumnsTest::column)
            .toList();

    private static double[] filled(int n, double first, double second) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> i % 2 == 0 ? first : second);
        return values;
    }

    /** With moments as a profile would have them: the variance may overflow or vanish. */
    private static ColumnData column(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return SortedNumbers.of(ColumnType.NUMBER, new Tally(sorted.length, 0, 0, 0, 0, 0), sorted, moments(sorted));
    }

    private static Moments moments(double[] sorted) {
        int n = sorted.length;
        if (n == 0) {
            return Moments.NONE;
        }
        double mean = Arrays.stream(sorted).map(x -> x / n).sum();
        double variance =
                Arrays.stream(sorted).map(x -> (x - mean) * (x - mean) / n).sum();
        return new Moments(n, sorted[0], sorted[n - 1], mean, variance);
    }

    private static Stream<Arguments> measuresAndColumns() {
        return ValueMeasures.all().stream()
                .flatMap(measure -> AWKWARD.stream()
                        .map(column -> Arguments.of(measure.definition().id(), measure, column)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("measuresAndColumns")
    void alwaysGivesAFiniteScoreOrAReason(MeasureId id, Measure measure, ColumnData column) {
        for (ColumnData other : AWKWARD) {
            assertThat(measure.measure(column, other)).satisfies(AwkwardColumnsTest::isWhole);
        }
    }

    private static void isWhole(Outcome outcome) {
        if (outcome instanceof Score score) {
            assertThat(score.value()).isFinite();
            assertThat(score.p())
                    .satisfiesAnyOf(
                            p -> assertThat(p).isNaN(), p -> assertThat(p).isBetween(0.0, 1.0));
            assertThat(score.effect()).isNotEqualTo(Double.POSITIVE_INFINITY);
        } else {
            assertThat(((NotComputable) outcome).reason()).isNotBlank();
        }
    }

    private static Stream<Measure> measures() {
        return ValueMeasures.all().stream();
    }

    @ParameterizedTest
    @MethodSource("measures")
    void refusesCategories(Measure measure) {
        ColumnData text = GoldenRecipe.categories(Collections.nCopies(20, "a"));
        assertThat(measure.measure(column(GoldenRecipe.number(1, 20)), text))
                .isInstanceOfSatisfying(
                        NotComputable.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo("made for numeric columns, and this one is text"));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void saysHowManyValuesAreMissing(Measure measure) {
        assertThat(measure.measure(column(new double[0]), column(GoldenRecipe.number(1, 20))))
                .isInstanceOfSatisfying(
                        NotComputable.class,
                        refused ->
                                assertThat(refused.reason()).contains("the reference has 0 and the current data 20"));
    }

    @Test
    void aConstantThatBecameAnotherIsDrift() {
        ColumnData before = column(filled(50, 3, 3));
        ColumnData after = column(filled(50, 4, 4));
        assertThat(Stream.of("ks@1", "wasserstein@1", "energy@1", "cramer_von_mises@1", "mann_whitney@1", "mmd@1")
                        .map(id -> (Score) Measures.require(id).measure(before, after)))
                .allMatch(Score::isDrift);
    }

    @Test
    void manyValuesAloneAreNotDrift() {
        double[] reference = GoldenRecipe.number(1, 200_000);
        double[] current = Arrays.stream(GoldenRecipe.number(2, 200_000))
                .map(x -> x + 0.03)
                .toArray();
        for (String test :
                List.of("ks", "anderson_darling", "cramer_von_mises", "epps_singleton", "mann_whitney", "t")) {
            Score score = (Score) Measures.require(test + "@1").measure(column(reference), column(current));
            assertThat(score.p()).as(test).isLessThanOrEqualTo(0.001);
            assertThat(score.isDrift()).as(test).isFalse();
        }
    }
}
