package io.plumbline.measures.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Areas under the curves of several classes. */
class OneVersusRestTest {
    private static final double NONE = Double.NaN;
    private static final List<String> CLASSES = List.of("c", "a", "b");
    private static final MulticlassSpec SPEC =
            MulticlassSpec.DEFAULT.withProbabilitiesOf(CLASSES).withExactScores(12);

    /** A row; the scores are those of {@link #CLASSES}. */
    record Row(String label, List<Double> scores, double weight) {}

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Double> scores = Arbitraries.oneOf(
                Arbitraries.of(0.0, -0.0, 1.0, 0.5, 0.3), Arbitraries.doubles().between(0, 1), Arbitraries.of(NONE));
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d"),
                        scores.list().ofSize(CLASSES.size()),
                        Arbitraries.of(1.0, 1.0, 1.0, 0.0, 0.1, 2.5))
                .as(Row::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void profilesDependOnTheRowsAlone(@ForAll("rows") List<Row> rows, @ForAll Random random) {
        PerformanceProfilePropertiesTest.requireSame(rows, random, part -> profile(SPEC, part), MulticlassProfile::of);
    }

    @Property(tries = 300)
    void whatIsCountedByBinLiesWithinItsBounds(@ForAll("rows") List<Row> rows) {
        MulticlassProfile exact = profile(SPEC.withExactScores(1000), rows);
        MulticlassProfile binned = profile(SPEC.withExactScores(1), rows);
        for (PerformanceMeasure<MulticlassProfile> measure : OneVersusRest.measures()) {
            if (measure.measure(exact) instanceof PerformanceScore score) {
                PerformanceScore estimate = (PerformanceScore) measure.measure(binned);
                assertThat(score.isExact()).isTrue();
                assertThat(score.value())
                        .isBetween(
                                estimate.bounds().least() - 1e-12,
                                estimate.bounds().greatest() + 1e-12);
                assertThat(score.value()).isBetween(0.0, 1.0);
            }
        }
    }

    @Example
    void everyRowIsUsedOrCounted() {
        MulticlassProfile profile =
                profile(SPEC, List.of(row("a", 0.1, 0.8, 0.1), row("b", 0.2, NONE, 0.8), row("z", 0.2, 0.3, 0.5)));

        assertThat(profile.counts()).containsEntry(MulticlassProfile.MISSING_PROBABILITIES, 1L);
        assertThat(profile.scores()).containsOnlyKeys(CLASSES);
        assertThat(profile.scores().values())
                .allSatisfy(table -> assertThat(
                                table.positives().plus(table.negatives()).rows())
                        .isEqualTo(2));
    }

    /** Where the probabilities of two classes are complements, the curve of either is that of the binary measure. */
    @Example
    void ofTwoClassesItIsTheBinaryArea() {
        Random random = new Random(3);
        List<BinaryRow> rows = IntStream.range(0, 200)
                .mapToObj(i -> new BinaryRow(random.nextInt(2), 0, random.nextInt(50) / 64.0, 1))
                .toList();
        MulticlassProfile profile = profile(
                MulticlassSpec.DEFAULT.withProbabilitiesOf(List.of("0", "1")),
                rows.stream()
                        .map(row -> row(Integer.toString(row.label()), 1 - row.score(), row.score()))
                        .toList());

        PerformanceScore binary =
                (PerformanceScore) PerformanceMeasures.require(PerformanceMeasures.binary(), "roc_auc")
                        .measure(BinaryRow.profile(BinarySpec.DEFAULT, rows));
        assertThat(OneVersusRest.measures())
                .allSatisfy(measure -> assertThat(((PerformanceScore) measure.measure(profile)).value())
                        .isEqualTo(binary.value(), within(1e-12)));
    }

    @Example
    void whatCannotBeComputedHasAReason() {
        Row a = row("a", 0.1, 0.8, 0.1);
        Row b = row("b", 0.1, 0.3, 0.6);

        assertReason("no row has a label", profile(SPEC, List.of()));
        assertReason(
                "the profile was made without the probabilities of classes",
                profile(MulticlassSpec.DEFAULT, List.of(a)));
        assertReason(
                "no labelled row has the probabilities of all classes",
                profile(SPEC, List.of(row("a", NONE, 1.0, 0.0))));
        assertReason("all labels are of one class", profile(SPEC, List.of(a, a)));
        assertReason("no row is labelled c", profile(SPEC, List.of(a, b)));
        assertReason(
                "the weights of all rows labelled c, or of all others, are 0",
                profile(SPEC, List.of(a, b, new Row("c", a.scores(), 0))));
    }

    private static void assertReason(String reason, MulticlassProfile profile) {
        assertThat(OneVersusRest.measures())
                .allSatisfy(measure -> assertThat(((NotMeasured) measure.measure(profile)).reason())
                        .isEqualTo(reason));
    }

    @Example
    void classesThatDoNotFitAreRefused() {
        MulticlassProfileBuilder builder = new MulticlassProfileBuilder(SPEC);
        MulticlassRows rows = columns(List.of(row("a", 0.1, 0.9)), 2);

        assertThatThrownBy(() -> builder.add(rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the profile keeps the probabilities of 3 classes, and the rows bring those of 2");
        assertThatThrownBy(() -> profile(SPEC, List.of()).merge(profile(MulticlassSpec.DEFAULT, List.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MulticlassSpec.DEFAULT.withProbabilitiesOf(List.of("a", "a")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Row row(String label, Double... scores) {
        return new Row(label, List.of(scores), 1);
    }

    private static MulticlassProfile profile(MulticlassSpec spec, List<Row> rows) {
        MulticlassProfileBuilder builder = new MulticlassProfileBuilder(spec);
        MulticlassRows columns = columns(rows, spec.scored().size());
        builder.add(spec.scored().isEmpty() ? MulticlassRows.of(columns.labels(), columns.predictions()) : columns);
        return builder.build();
    }

    private static MulticlassRows columns(List<Row> rows, int classes) {
        String[] labels = rows.stream().map(Row::label).toArray(String[]::new);
        return MulticlassRows.of(labels, labels)
                .withWeights(rows.stream().mapToDouble(Row::weight).toArray())
                .withProbabilities(IntStream.range(0, classes)
                        .mapToObj(i -> rows.stream()
                                .mapToDouble(row -> row.scores().get(i))
                                .toArray())
                        .toArray(double[][]::new));
    }
}
