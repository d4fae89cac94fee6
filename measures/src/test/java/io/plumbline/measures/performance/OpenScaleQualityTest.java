package io.plumbline.measures.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.plumbline.measures.golden.SharedGolden;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The numbers that a running Watson OpenScale published follow from the confusion matrices that it published with them. */
class OpenScaleQualityTest {
    private static final List<String> OF_CONFUSION =
            List.of("true_positive_rate", "precision", "f1_measure", "accuracy", "false_positive_rate", "recall");

    @Test
    void publishedNumbersFollowFromPublishedMatrices() {
        Optional<JsonNode> recording = SharedGolden.read("recordings/openscale/published_quality_measurements.json");
        assumeThat(recording).as("the recorded measurements").isPresent();
        List<JsonNode> published = StreamSupport.stream(recording.orElseThrow().spliterator(), false)
                .toList();

        assertThat(published).isNotEmpty().allSatisfy(each -> {
            BinaryProfile profile = profile(each.at("/sources/data/values"));
            for (String metric : OF_CONFUSION) {
                PerformanceScore score = (PerformanceScore)
                        Objects.requireNonNull(OpenScaleQuality.binary().get(metric))
                                .measure(profile);
                assertThat(score.value())
                        .as(metric)
                        .isCloseTo(each.at("/metrics/" + metric).asDouble(), within(1e-9));
            }
        });
    }

    private static BinaryProfile profile(JsonNode matrix) {
        BinaryProfileBuilder builder = new BinaryProfileBuilder(BinarySpec.DEFAULT);
        for (byte label = 0; label < 2; label++) {
            for (byte prediction = 0; prediction < 2; prediction++) {
                int rows = matrix.get(label).get(prediction).asInt();
                builder.add(BinaryRows.of(repeated(label, rows)).withPredictions(repeated(prediction, rows)));
            }
        }
        return builder.build();
    }

    private static byte[] repeated(byte code, int times) {
        byte[] codes = new byte[times];
        Arrays.fill(codes, code);
        return codes;
    }
}
