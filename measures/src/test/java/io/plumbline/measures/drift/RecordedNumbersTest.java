package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every recorded number of every measure on every recorded data set. */
class RecordedNumbersTest {
    private static Stream<Arguments> numbers() {
        return RecordedCase.all().stream()
                .flatMap(recorded -> recorded.measures().properties().stream()
                        .map(measure -> Arguments.of(recorded.name(), measure.getKey(), measure.getValue())));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("numbers")
    void isAsRecorded(String name, String id, JsonNode expected) {
        Score score = RecordedCase.named(name).score(id);
        double value = expected.get("value").asDouble();
        assertThat(score.value()).isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
        if (expected.has("p")) {
            double p = expected.get("p").asDouble();
            assertThat(score.p()).isCloseTo(p, within(1e-9 * p));
        }
    }
}
