package io.plumbline.measures.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.summary.ScoreGrid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every profile is a commutative monoid over rows, to the bit, however they are ordered and cut. */
class PerformanceProfilePropertiesTest {
    /** So few scores that generated rows are sometimes kept by score and sometimes by bin. */
    private static final BinarySpec SPEC = new BinarySpec(OptionalDouble.of(0.5), 12, new ScoreGrid(0, 1, 20));

    @Provide
    Arbitrary<List<BinaryRow>> binary() {
        Arbitrary<Integer> codes = Arbitraries.of(0, 1, 0, 1, -1, -2);
        Arbitrary<Double> scores = Arbitraries.oneOf(
                Arbitraries.of(0.0, -0.0, 1.0, 0.5, 0.05, 0.3, Double.NaN),
                Arbitraries.doubles().between(-0.1, 1.1),
                Arbitraries.of(Double.POSITIVE_INFINITY, -1e300, 7.0));
        return Combinators.combine(codes, codes, scores, weights())
                .as(BinaryRow::new)
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<Double> weights() {
        return Arbitraries.of(1.0, 1.0, 1.0, 0.0, 0.1, 2.5, 1e-300, -1.0, Double.NaN);
    }

    @Provide
    Arbitrary<List<List<String>>> classes() {
        Arbitrary<String> names = Arbitraries.strings().withCharRange('a', 'h').ofMaxLength(2);
        return names.list().ofSize(2).list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<List<Double>>> numbers() {
        Arbitrary<Double> values = Arbitraries.oneOf(
                Arbitraries.doubles().between(-100, 100),
                Arbitraries.of(0.0, -1.0, Double.NaN, 1e200, Double.POSITIVE_INFINITY));
        return Combinators.combine(values, values, weights())
                .as((target, prediction, weight) -> List.of(target, prediction, weight))
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void binaryProfilesDependOnTheRowsAlone(@ForAll("binary") List<BinaryRow> rows, @ForAll Random random) {
        requireSame(rows, random, part -> BinaryRow.profile(SPEC, part), BinaryProfile::of);
    }

    @Property(tries = 300)
    void multiclassProfilesDependOnTheRowsAlone(@ForAll("classes") List<List<String>> rows, @ForAll Random random) {
        requireSame(rows, random, PerformanceProfilePropertiesTest::ofClasses, MulticlassProfile::of);
    }

    @Property(tries = 300)
    void regressionProfilesDependOnTheRowsAlone(@ForAll("numbers") List<List<Double>> rows, @ForAll Random random) {
        requireSame(rows, random, PerformanceProfilePropertiesTest::ofNumbers, RegressionProfile::of);
    }

    @Property(tries = 200)
    void rankingProfilesDependOnTheQueriesAlone(@ForAll("numbers") List<List<Double>> rows, @ForAll Random random) {
        requireSame(rows, random, PerformanceProfilePropertiesTest::ofQueries, RankingProfile::of);
    }

    @Property(tries = 300)
    void everyRowOfABinaryProfileIsCountedOnce(@ForAll("binary") List<BinaryRow> rows) {
        BinaryProfile profile = BinaryRow.profile(SPEC, rows);
        long left = profile.summary().count(PerformanceProfile.INVALID_WEIGHT)
                + profile.summary().count(PerformanceProfile.MISSING_LABEL)
                + profile.summary().count(PerformanceProfile.UNKNOWN_LABEL);
        long labelled = profile.positives().rows() + profile.negatives().rows();

        assertThat(profile.rows()).isEqualTo(rows.size()).isEqualTo(left + labelled);
        assertThat(labelled - profile.confusion().all().rows())
                .isEqualTo(profile.summary().count(PerformanceProfile.MISSING_PREDICTION)
                        + profile.summary().count(PerformanceProfile.UNKNOWN_PREDICTION));
        assertThat(labelled
                        - profile.scores().positives().rows()
                        - profile.scores().negatives().rows())
                .isEqualTo(profile.summary().count(PerformanceProfile.MISSING_SCORE));
    }

    @Property(tries = 300)
    void accuracyIsKnownHoweverManyClassesThereAre(@ForAll("classes") List<List<String>> rows) {
        ConfusionMatrix matrix = ofClasses(rows).confusion();

        assertThat(matrix.all().rows()).isEqualTo(rows.size());
        assertThat(matrix.agreeing().rows())
                .isEqualTo(rows.stream()
                        .filter(row -> row.get(0).equals(row.get(1)))
                        .count());
        assertThat(matrix.classes().size()).isLessThanOrEqualTo(5);
    }

    @Property(tries = 300)
    void whatIsCountedByBinLiesWithinItsBounds(@ForAll("binary") List<BinaryRow> rows) {
        BinaryProfile exact = BinaryRow.profile(SPEC.withExactScores(1000), rows);
        BinaryProfile binned = BinaryRow.profile(SPEC.withExactScores(1), rows);
        for (PerformanceMeasure<BinaryProfile> measure : PerformanceMeasures.binary()) {
            if (measure.measure(binned) instanceof PerformanceScore estimate) {
                PerformanceScore score = (PerformanceScore) measure.measure(exact);
                assertThat(score.value())
                        .as(measure.definition().id().toString())
                        .isBetween(
                                estimate.bounds().least() - 1e-12,
                                estimate.bounds().greatest() + 1e-12);
            }
        }
    }

    @Property(tries = 300)
    void scoresAreNumbersOfTheirRange(@ForAll("binary") List<BinaryRow> rows) {
        for (PerformanceMeasure<BinaryProfile> measure : PerformanceMeasures.binary()) {
            if (measure.measure(BinaryRow.profile(SPEC, rows)) instanceof PerformanceScore score) {
                assertThat(score.value())
                        .as(measure.definition().id().toString())
                        .isBetween(
                                measure.definition().range().least() - 1e-12,
                                measure.definition().range().greatest() + 1e-12);
            }
        }
    }

    static <T, P extends PerformanceProfile<P>> void requireSame(
            List<T> rows, Random random, Function<List<T>, P> profiling, Function<byte[], P> reading) {
        List<T> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        int first = random.nextInt(rows.size() + 1);
        int second = first + random.nextInt(rows.size() + 1 - first);
        P a = profiling.apply(shuffled.subList(0, first));
        P b = profiling.apply(shuffled.subList(first, second));
        P c = profiling.apply(shuffled.subList(second, rows.size()));
        P whole = profiling.apply(rows);

        assertThat(a.merge(b).merge(c).toBytes()).isEqualTo(whole.toBytes());
        assertThat(c.merge(a.merge(b)).toBytes()).isEqualTo(whole.toBytes());
        assertThat(whole.merge(profiling.apply(List.of())).digest()).isEqualTo(whole.digest());
        assertThat(reading.apply(whole.toBytes()).merge(a).toBytes())
                .isEqualTo(whole.merge(a).toBytes());
    }

    private static MulticlassProfile ofClasses(List<List<String>> rows) {
        MulticlassProfileBuilder builder = new MulticlassProfileBuilder(MulticlassSpec.DEFAULT.withMaxClasses(5));
        String[] labels = rows.stream().map(row -> row.get(0)).toArray(String[]::new);
        String[] predictions = rows.stream().map(row -> row.get(1)).toArray(String[]::new);
        builder.add(MulticlassRows.of(labels, predictions));
        return builder.build();
    }

    private static RegressionProfile ofNumbers(List<List<Double>> rows) {
        RegressionProfileBuilder builder = new RegressionProfileBuilder();
        builder.add(RegressionRows.of(column(rows, 0), column(rows, 1)).withWeights(column(rows, 2)));
        return builder.build();
    }

    /** Each row is a query of three items. */
    private static RankingProfile ofQueries(List<List<Double>> rows) {
        RankingProfileBuilder builder = new RankingProfileBuilder(List.of(2, 5));
        for (List<Double> row : rows) {
            double[] items = row.stream().mapToDouble(Double::doubleValue).toArray();
            builder.addQuery(items, new double[] {items[2], items[0], items[1]});
        }
        return builder.build();
    }

    private static double[] column(List<List<Double>> rows, int place) {
        return rows.stream().mapToDouble(row -> row.get(place)).toArray();
    }
}
