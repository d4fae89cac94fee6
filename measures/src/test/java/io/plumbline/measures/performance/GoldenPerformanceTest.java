package io.plumbline.measures.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The measures held against scikit-learn, scipy and numpy. Figures and recipe lie in {@code src/test/golden/performance}. */
class GoldenPerformanceTest {
    private static final JsonNode GOLDEN =
            JsonMapper.shared().readTree(Path.of("src/test/golden/performance/performance.json"));

    static Stream<JsonNode> binary() {
        return cases("binary");
    }

    static Stream<JsonNode> multiclass() {
        return cases("multiclass");
    }

    static Stream<JsonNode> regression() {
        return cases("regression");
    }

    private static Stream<JsonNode> cases(String name) {
        return StreamSupport.stream(GOLDEN.get(name).spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource
    void binary(JsonNode golden) {
        BinaryRows rows = BinaryRows.of(codes(golden.get("labels")))
                .withPredictions(codes(golden.get("predictions")))
                .withScores(numbers(golden.get("scores")));
        BinaryProfile profile = profile(rows);

        assertValues(golden.get("unweighted"), PerformanceMeasures.binary(), profile);
        assertIntervals(golden.get("intervals"), PerformanceMeasures.binary(), profile);
        BinaryProfile weighted = profile(rows.withWeights(numbers(golden.get("weights"))));
        assertValues(golden.get("weighted"), PerformanceMeasures.binary(), weighted);
    }

    @ParameterizedTest
    @MethodSource
    void multiclass(JsonNode golden) {
        MulticlassRows rows = MulticlassRows.of(texts(golden.get("labels")), texts(golden.get("predictions")))
                .withScores(numbers(golden.get("scores")))
                .withProbabilities(golden.get("probabilities")
                        .valueStream()
                        .map(GoldenPerformanceTest::numbers)
                        .toArray(double[][]::new));
        MulticlassSpec spec = MulticlassSpec.DEFAULT.withProbabilitiesOf(
                List.copyOf(golden.get("probabilities").propertyNames()));

        assertValues(golden.get("unweighted"), PerformanceMeasures.multiclass(), profile(spec, rows));
        assertIntervals(golden.get("intervals"), PerformanceMeasures.multiclass(), profile(spec, rows));
        MulticlassProfile weighted = profile(spec, rows.withWeights(numbers(golden.get("weights"))));
        assertValues(golden.get("weighted"), PerformanceMeasures.multiclass(), weighted);
    }

    @ParameterizedTest
    @MethodSource
    void regression(JsonNode golden) {
        RegressionRows rows = RegressionRows.of(numbers(golden.get("targets")), numbers(golden.get("predictions")));
        RegressionProfile profile = profile(rows);

        assertValues(golden.get("unweighted"), PerformanceMeasures.regression(), profile);
        assertIntervals(golden.get("intervals"), PerformanceMeasures.regression(), profile);
        RegressionProfile weighted = profile(rows.withWeights(numbers(golden.get("weights"))));
        assertValues(golden.get("weighted"), PerformanceMeasures.regression(), weighted);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10})
    void ranking(int k) {
        JsonNode golden = GOLDEN.get("ranking").get(Integer.toString(k));
        RankingProfileBuilder builder = new RankingProfileBuilder(List.of(k, 100));
        golden.get("queries").forEach(query -> builder.addQuery(numbers(query.get(0)), numbers(query.get(1))));
        RankingProfile profile = builder.build();

        assertValues(golden.get("values"), PerformanceMeasures.ranking(k), profile);
        assertIntervals(golden.get("intervals"), PerformanceMeasures.ranking(k), profile);
        PerformanceOutcome outcome = PerformanceMeasures.ranking(k).get(0).measure(profile);
        assertThat(outcome.sample())
                .isEqualTo(new SampleSize(40, golden.get("used").asLong()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "multiclass", "regression", "ranking"})
    void everyMeasureHasAFigure(String kind) {
        List<String> figures = figures(kind).distinct().sorted().toList();

        assertThat(measures(kind).map(each -> each.id().toString()).sorted().toList())
                .isEqualTo(figures);
    }

    private static Stream<String> figures(String kind) {
        return kind.equals("ranking")
                ? GOLDEN.at("/ranking/10/values").propertyNames().stream()
                : cases(kind).flatMap(each -> each.get("unweighted").propertyNames().stream());
    }

    private static Stream<PerformanceDefinition> measures(String kind) {
        Collection<? extends PerformanceMeasure<?>> measures = switch (kind) {
            case "binary" -> PerformanceMeasures.binary();
            case "multiclass" -> PerformanceMeasures.multiclass();
            case "regression" -> PerformanceMeasures.regression();
            default -> PerformanceMeasures.ranking(PerformanceMeasures.PLACES);
        };
        return measures.stream().map(PerformanceMeasure::definition);
    }

    private static <P> void assertValues(JsonNode golden, Collection<PerformanceMeasure<P>> measures, P profile) {
        assertThat(golden.properties()).isNotEmpty().allSatisfy(figure -> {
            PerformanceScore score = score(figure.getKey(), measures, profile);
            assertNear(score.value(), figure.getValue().asDouble());
            assertThat(score.isExact()).isTrue();
        });
    }

    private static <P> void assertIntervals(JsonNode golden, Collection<PerformanceMeasure<P>> measures, P profile) {
        assertThat(golden.properties()).isNotEmpty().allSatisfy(figure -> {
            ConfidenceInterval interval =
                    score(figure.getKey(), measures, profile).confidence().orElseThrow();
            assertNear(interval.least(), figure.getValue().get(0).asDouble());
            assertNear(interval.greatest(), figure.getValue().get(1).asDouble());
        });
    }

    private static void assertNear(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }

    private static <P> PerformanceScore score(String id, Collection<PerformanceMeasure<P>> measures, P profile) {
        PerformanceOutcome outcome = PerformanceMeasures.require(measures, id).measure(profile);
        assertThat(outcome).as(id).isInstanceOf(PerformanceScore.class);
        return (PerformanceScore) outcome;
    }

    private static BinaryProfile profile(BinaryRows rows) {
        BinaryProfileBuilder builder = new BinaryProfileBuilder(BinarySpec.DEFAULT);
        builder.add(rows);
        return builder.build();
    }

    private static MulticlassProfile profile(MulticlassSpec spec, MulticlassRows rows) {
        MulticlassProfileBuilder builder = new MulticlassProfileBuilder(spec);
        builder.add(rows);
        return builder.build();
    }

    private static RegressionProfile profile(RegressionRows rows) {
        RegressionProfileBuilder builder = new RegressionProfileBuilder();
        builder.add(rows);
        return builder.build();
    }

    static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    static byte[] codes(JsonNode array) {
        byte[] codes = new byte[array.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) array.get(i).asInt();
        }
        return codes;
    }

    static String[] texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::stringValue)
                .toArray(String[]::new);
    }
}
