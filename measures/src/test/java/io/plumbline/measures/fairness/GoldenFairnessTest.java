package io.plumbline.measures.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.performance.ConfidenceInterval;
import io.plumbline.measures.performance.PerformanceOutcome;
import io.plumbline.measures.performance.PerformanceScore;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The measures held against AI Fairness 360 and Fairlearn. Figures and recipe lie in {@code src/test/golden/performance}. */
class GoldenFairnessTest {
    private static final JsonNode GOLDEN =
            JsonMapper.shared().readTree(Path.of("src/test/golden/performance/fairness.json"));
    private static final FairnessSpec SEX = new FairnessSpec(
            "sex", List.of(new Group.Value("female"), new Group.Value("other")), List.of(new Group.Value("male")));
    private static final FairnessSpec AGE = new FairnessSpec(
            "age", List.of(new Group.Range(18, 25)), List.of(new Group.Range(26, 60), new Group.Range(65, 75)));

    @ParameterizedTest
    @ValueSource(strings = {"sex female", "sex other", "age 18-25"})
    void differencesAndRatiosAreThoseOfTheToolkits(String name) {
        JsonNode golden = GOLDEN.get("cases").get(name);
        FairnessSpec spec = name.startsWith("sex") ? SEX : AGE;
        Group group = spec.monitored().stream()
                .filter(each -> name.endsWith(" " + each.label()))
                .findFirst()
                .orElseThrow();

        assertThat(golden.get("unweighted").size())
                .isEqualTo(FairnessMeasures.all().size());
        assertValues(golden.get("unweighted"), profile(rows(spec), spec), group);
        FairnessRows weighted = rows(spec).withWeights(numbers("weights"));
        assertValues(golden.get("weighted"), profile(weighted, spec), group);
        assertIntervals(golden.get("intervals"), profile(rows(spec), spec), group);
        assertThat(golden.get("intervals").propertyNames())
                .allSatisfy(id -> assertThat(
                                score(id, profile(weighted, spec), group).confidence())
                        .isEmpty());
    }

    @Test
    void rowsOfNoGroupAreCounted() {
        FairnessProfile profile = profile(rows(SEX), SEX);

        assertThat(profile.counts())
                .containsEntry(FairnessProfile.NO_GROUP, GOLDEN.get("neither").asLong())
                .containsEntry(FairnessProfile.ROWS, 600L);
    }

    private static void assertValues(JsonNode golden, FairnessProfile profile, Group group) {
        assertThat(golden.properties())
                .allSatisfy(figure -> assertThat(
                                score(figure.getKey(), profile, group).value())
                        .isCloseTo(figure.getValue().asDouble(), within(1e-9)));
    }

    private static void assertIntervals(JsonNode golden, FairnessProfile profile, Group group) {
        assertThat(golden.properties()).isNotEmpty().allSatisfy(figure -> {
            ConfidenceInterval interval =
                    score(figure.getKey(), profile, group).confidence().orElseThrow();
            assertThat(interval.least()).isCloseTo(figure.getValue().get(0).asDouble(), within(1e-9));
            assertThat(interval.greatest()).isCloseTo(figure.getValue().get(1).asDouble(), within(1e-9));
        });
    }

    private static PerformanceScore score(String id, FairnessProfile profile, Group group) {
        PerformanceOutcome outcome = FairnessMeasures.find(id).orElseThrow().measure(profile, group, 0);
        assertThat(outcome).as(id).isInstanceOf(PerformanceScore.class);
        return (PerformanceScore) outcome;
    }

    private static FairnessRows rows(FairnessSpec spec) {
        int[] groups = spec.equals(SEX)
                ? spec.texts(
                        StreamSupport.stream(GOLDEN.get("sex").spliterator(), false)
                                .map(JsonNode::stringValue)
                                .toArray(String[]::new),
                        new BitSet())
                : spec.numbers(numbers("age"), new BitSet());
        return FairnessRows.of(groups, codes("predictions")).withLabels(codes("labels"));
    }

    private static FairnessProfile profile(FairnessRows rows, FairnessSpec spec) {
        FairnessProfileBuilder builder = new FairnessProfileBuilder(spec);
        builder.add(rows);
        return builder.build();
    }

    private static double[] numbers(String name) {
        return StreamSupport.stream(GOLDEN.get(name).spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static byte[] codes(String name) {
        byte[] codes = new byte[GOLDEN.get(name).size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) GOLDEN.get(name).get(i).asInt();
        }
        return codes;
    }
}
