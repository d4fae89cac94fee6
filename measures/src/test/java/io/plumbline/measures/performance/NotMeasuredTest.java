package io.plumbline.measures.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be computed is an answer with a reason, and never an exception or NaN. */
class NotMeasuredTest {
    private static final double NONE = Double.NaN;

    static Stream<Arguments> binary() {
        return Stream.of(
                Arguments.of("roc_auc", rows(), "no row has a label"),
                Arguments.of("accuracy", rows(), "no row has a label"),
                Arguments.of("accuracy", rows(row(-1, 1, 0.5), row(-2, 0, 0.5)), "no row has a label"),
                Arguments.of("accuracy", rows(row(1, -1, 0.5)), "no labelled row has a prediction"),
                Arguments.of("accuracy", rows(new BinaryRow(1, 1, 0.5, 0)), "the weights of all rows are 0"),
                Arguments.of("precision", rows(row(1, 0, 0.5)), "no row is predicted positive"),
                Arguments.of("recall", rows(row(0, 0, 0.5)), "no label is positive"),
                Arguments.of("specificity", rows(row(1, 0, 0.5)), "no label is negative"),
                Arguments.of("f1", rows(row(0, 0, 0.5)), "no row is labelled or predicted positive"),
                Arguments.of("balanced_accuracy", rows(row(1, 1, 0.5)), "all labels are of one class"),
                Arguments.of(
                        "mcc", rows(row(1, 1, 0.5), row(0, 1, 0)), "all labels, or all predictions, are of one class"),
                Arguments.of(
                        "cohens_kappa",
                        rows(row(1, 1, 0.5), row(1, 1, 0.2)),
                        "all labels and predictions are of one and the same class"),
                Arguments.of("roc_auc", rows(row(1, 1, 0.5), row(1, 0, 0.1)), "all labels are of one class"),
                Arguments.of("pr_auc", rows(row(1, 1, NONE), row(0, 0, NONE)), "no labelled row has a score"),
                Arguments.of(
                        "gini",
                        rows(row(1, 1, 0.5), new BinaryRow(0, 0, 0.1, 0)),
                        "the weights of all rows of a class are 0"),
                Arguments.of(
                        "log_loss",
                        rows(row(1, 1, 0.5), row(0, 0, 1.5)),
                        "the scores of 1 rows are not between 0 and 1"),
                Arguments.of("brier", rows(row(1, 1, NONE)), "no row has a label and a score"),
                Arguments.of("ece", rows(row(1, 1, -3)), "the scores of 1 rows are not between 0 and 1"),
                Arguments.of("ece", rows(new BinaryRow(1, 1, 0.5, 0)), "the weights of all rows are 0"),
                Arguments.of("label_skew@openscale", rows(row(1, 1, 0.5)), "all labels are of one class"));
    }

    @ParameterizedTest
    @MethodSource
    void binary(String id, List<BinaryRow> rows, String reason) {
        BinaryProfile profile = BinaryRow.profile(BinarySpec.DEFAULT, rows);

        PerformanceOutcome outcome =
                PerformanceMeasures.require(PerformanceMeasures.binary(), id).measure(profile);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        NotMeasured.class, none -> assertThat(none.reason()).isEqualTo(reason));
        assertThat(outcome.sample().rows()).isEqualTo(rows.size());
    }

    @Test
    void oneRowIsEnoughForAShare() {
        BinaryProfile profile = BinaryRow.profile(BinarySpec.DEFAULT, rows(row(1, 1, 0.9)));

        PerformanceScore accuracy =
                (PerformanceScore) PerformanceMeasures.require(PerformanceMeasures.binary(), "accuracy")
                        .measure(profile);

        assertThat(accuracy.value()).isEqualTo(1);
        assertThat(accuracy.confidence().orElseThrow().least()).isBetween(0.2, 0.21);
    }

    @Test
    void predictionsFollowFromAThresholdWhereThereAreNone() {
        BinaryProfile profile = BinaryRow.profile(
                BinarySpec.DEFAULT.withThreshold(0.4), rows(row(1, -1, 0.4), row(0, -1, 0.39), row(0, 1, 0.1)));

        PerformanceScore accuracy =
                (PerformanceScore) PerformanceMeasures.require(PerformanceMeasures.binary(), "accuracy")
                        .measure(profile);

        assertThat(accuracy.value()).isEqualTo(2.0 / 3);
        assertThat(accuracy.parameters()).containsEntry("threshold", 0.4);
    }

    static Stream<Arguments> regression() {
        return Stream.of(
                Arguments.of("r2", new double[][] {}, "no row has a label"),
                Arguments.of("mae", new double[][] {{1, NONE}}, "no labelled row has a prediction"),
                Arguments.of("r2", new double[][] {{1, 2}}, "there is one row only"),
                Arguments.of("r2", new double[][] {{1, 2}, {1, 0}}, "all targets are equal"),
                Arguments.of("explained_variance", new double[][] {{1, 2}, {1, 0}}, "all targets are equal"),
                Arguments.of("mape", new double[][] {{0, 2}}, "all targets are 0"),
                Arguments.of(
                        "rmsle",
                        new double[][] {{-1, 2}, {1, 2}},
                        "of 1 rows it is beyond what a number can hold, or not defined"),
                Arguments.of(
                        "mse",
                        new double[][] {{-1e200, 1e200}},
                        "of 1 rows it is beyond what a number can hold, or not defined"));
    }

    @ParameterizedTest
    @MethodSource
    void regression(String id, double[][] rows, String reason) {
        RegressionProfileBuilder builder = new RegressionProfileBuilder();
        builder.add(RegressionRows.of(
                Stream.of(rows).mapToDouble(row -> row[0]).toArray(),
                Stream.of(rows).mapToDouble(row -> row[1]).toArray()));

        PerformanceOutcome outcome = PerformanceMeasures.require(PerformanceMeasures.regression(), id)
                .measure(builder.build());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        NotMeasured.class, none -> assertThat(none.reason()).isEqualTo(reason));
    }

    @Test
    void classesBeyondTheBoundLeaveAccuracyAlone() {
        MulticlassProfileBuilder builder = new MulticlassProfileBuilder(MulticlassSpec.DEFAULT.withMaxClasses(2));
        builder.add(MulticlassRows.of(
                ClassNames.integers(new long[] {1, 2, 3, 4}, new BitSet()),
                ClassNames.numbers(new double[] {1, 2, 3, 3}, new BitSet())));
        MulticlassProfile profile = builder.build();

        PerformanceOutcome accuracy = PerformanceMeasures.require(PerformanceMeasures.multiclass(), "accuracy")
                .measure(profile);
        PerformanceOutcome macro = PerformanceMeasures.require(PerformanceMeasures.multiclass(), "f1_macro")
                .measure(profile);

        assertThat(((PerformanceScore) accuracy).value()).isEqualTo(0.75);
        assertThat(((NotMeasured) macro).reason())
                .isEqualTo("there are more than 2 classes, which is as many as are kept apart");
    }

    @Test
    void multiclassWithoutLabels() {
        MulticlassProfileBuilder builder = new MulticlassProfileBuilder(MulticlassSpec.DEFAULT.withMaxClasses(2));

        for (PerformanceMeasure<MulticlassProfile> measure : PerformanceMeasures.multiclass()) {
            assertThat(measure.measure(builder.build())).isInstanceOf(NotMeasured.class);
        }
    }

    @Test
    void rankingWithoutRelevantItems() {
        RankingProfileBuilder builder = new RankingProfileBuilder(List.of(10));
        builder.addQuery(new double[] {0, NONE, -1}, new double[] {1, 2, 3});
        RankingProfile profile = builder.build();

        assertThat(PerformanceMeasures.ranking(10))
                .allSatisfy(measure -> assertThat(((NotMeasured) measure.measure(profile)).reason())
                        .isEqualTo("no query has a relevant item"));
        assertThat(((NotMeasured) PerformanceMeasures.ranking(7).get(0).measure(profile)).reason())
                .isEqualTo("the profile was not made for the best 7 places, but for [10]");
        assertThat(profile.counts())
                .containsEntry(RankingProfile.INVALID_RELEVANCE, 2L)
                .containsEntry(RankingProfile.WITHOUT_RELEVANT, 1L);
    }

    private static BinaryRow row(int label, int prediction, double score) {
        return new BinaryRow(label, prediction, score, 1);
    }

    private static List<BinaryRow> rows(BinaryRow... rows) {
        return List.of(rows);
    }
}
