package io.plumbline.measures.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Which measures have an interval, and what holds of every one, however few or odd the rows are. */
class ConfidenceTest {
    private static final double ROUNDING = 1e-9;

    @Provide
    Arbitrary<List<BinaryRow>> binary() {
        Arbitrary<Integer> codes = Arbitraries.of(0, 1);
        Arbitrary<Double> scores = Arbitraries.doubles().between(0, 1).ofScale(2);
        return Combinators.combine(codes, codes, scores)
                .as((label, prediction, score) -> new BinaryRow(label, prediction, score, 1))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<List<String>>> classes() {
        return Arbitraries.of("a", "b", "c", "d")
                .list()
                .ofSize(2)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void binaryIntervalsHoldTheValueAndShrink(@ForAll("binary") List<BinaryRow> rows) {
        requireSound(
                PerformanceMeasures.binary(),
                BinaryRow.profile(BinarySpec.DEFAULT, rows),
                BinaryRow.profile(BinarySpec.DEFAULT, fourTimes(rows)));
    }

    @Property(tries = 300)
    void multiclassIntervalsHoldTheValueAndShrink(@ForAll("classes") List<List<String>> rows) {
        requireSound(PerformanceMeasures.multiclass(), profile(rows), profile(fourTimes(rows)));
    }

    private static <P> void requireSound(Collection<PerformanceMeasure<P>> measures, P profile, P ofMore) {
        for (PerformanceMeasure<P> measure : measures) {
            if (measure.measure(profile) instanceof PerformanceScore score) {
                score.confidence().ifPresent(interval -> {
                    String id = measure.definition().id().toString();
                    assertThat(score.value())
                            .as(id)
                            .isBetween(interval.least() - ROUNDING, interval.greatest() + ROUNDING);
                    assertThat(interval.least())
                            .as(id)
                            .isGreaterThanOrEqualTo(measure.definition().range().least());
                    assertThat(interval.greatest())
                            .as(id)
                            .isLessThanOrEqualTo(measure.definition().range().greatest());
                    assertThat(width((PerformanceScore) measure.measure(ofMore)))
                            .as(id)
                            .isLessThanOrEqualTo(interval.greatest() - interval.least() + ROUNDING);
                });
            }
        }
    }

    private static double width(PerformanceScore score) {
        return score.confidence().orElseThrow().greatest()
                - score.confidence().orElseThrow().least();
    }

    private static <T> List<T> fourTimes(List<T> rows) {
        List<T> more = new ArrayList<>();
        Collections.nCopies(4, rows).forEach(more::addAll);
        return more;
    }

    private static MulticlassProfile profile(List<List<String>> rows) {
        MulticlassProfileBuilder builder = new MulticlassProfileBuilder(MulticlassSpec.DEFAULT);
        builder.add(MulticlassRows.of(
                rows.stream().map(row -> row.get(0)).toArray(String[]::new),
                rows.stream().map(row -> row.get(1)).toArray(String[]::new)));
        return builder.build();
    }

    @Example
    void theseHaveNone() {
        BinaryProfile profile = BinaryRow.profile(BinarySpec.DEFAULT, mixed(1));

        assertThat(PerformanceMeasures.binary())
                .filteredOn(measure -> ((PerformanceScore) measure.measure(profile))
                        .confidence()
                        .isEmpty())
                .extracting(measure -> measure.definition().id().toString())
                .containsExactly("ks_score@1", "gain@1", "lift@1", "ece@1");
    }

    @Example
    void weightedRowsHaveNone() {
        BinaryProfile profile = BinaryRow.profile(BinarySpec.DEFAULT, mixed(2.5));

        assertThat(PerformanceMeasures.binary())
                .allSatisfy(measure -> assertThat(((PerformanceScore) measure.measure(profile)).confidence())
                        .isEmpty());
    }

    /** All four cells of the confusion matrix, and scores that overlap. */
    private static List<BinaryRow> mixed(double weight) {
        List<BinaryRow> rows = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            rows.add(new BinaryRow(i % 2, i % 3 == 0 ? 1 : 0, i % 5 / 5.0 + i % 2 * 0.1, weight));
        }
        return rows;
    }

    @Example
    void rowsWithoutAFaultTellOfSharesAlone() {
        List<BinaryRow> rows = List.of(new BinaryRow(1, 1, 0.9, 1), new BinaryRow(0, 0, 0.1, 1));
        BinaryProfile profile = BinaryRow.profile(BinarySpec.DEFAULT, fourTimes(rows));

        for (String id : List.of("balanced_accuracy", "fbeta", "mcc", "cohens_kappa", "pr_auc")) {
            assertThat(score(id, profile).confidence()).as(id).isEmpty();
        }
        for (String id : List.of("accuracy", "f1")) {
            assertThat(score(id, profile).confidence().orElseThrow().least())
                    .as(id)
                    .isBetween(0.4, 0.9);
        }
    }

    @Example
    void queriesThatAllHitTellOfShares() {
        RankingProfileBuilder builder = new RankingProfileBuilder(List.of(1));
        for (int i = 0; i < 10; i++) {
            builder.addQuery(new double[] {1, 0}, new double[] {0.9, 0.1});
        }
        List<PerformanceScore> scores = PerformanceMeasures.ranking(1).stream()
                .map(measure -> (PerformanceScore) measure.measure(builder.build()))
                .toList();

        assertThat(scores).allSatisfy(score -> assertThat(score.value()).isEqualTo(1));
        assertThat(scores)
                .filteredOn(score -> score.confidence().isPresent())
                .singleElement()
                .satisfies(score -> {
                    assertThat(score.definition().id().name()).isEqualTo("hit_rate");
                    assertThat(score.confidence().orElseThrow().least()).isBetween(0.7, 0.75);
                });
    }

    private static PerformanceScore score(String id, BinaryProfile profile) {
        return (PerformanceScore)
                PerformanceMeasures.require(PerformanceMeasures.binary(), id).measure(profile);
    }
}
