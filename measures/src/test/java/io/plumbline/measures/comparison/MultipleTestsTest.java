package io.plumbline.measures.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.preset.Correction;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MultipleTestsTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void equalsScipy(Correction correction) {
        JsonNode cases = JsonMapper.shared().readTree(Path.of("src/test/golden/comparison/multiple_tests.json"));
        assertThat(cases.size()).isEqualTo(4);
        for (JsonNode one : cases) {
            double[] adjusted = MultipleTests.adjust(doubles(one.get("p")), correction);
            assertThat(adjusted).containsExactly(doubles(one.get(correction.label())), within(1e-15));
        }
    }

    private static double[] doubles(JsonNode numbers) {
        return numbers.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
    }

    @Test
    void withoutCorrectionNothingChanges() {
        assertThat(MultipleTests.adjust(new double[] {0.2, 0.1}, Correction.NONE))
                .containsExactly(0.2, 0.1);
    }

    @Test
    void refusesWhatIsNoProbability() {
        for (double wrong : new double[] {Double.NaN, -0.1, 1.1}) {
            assertThatThrownBy(() -> MultipleTests.adjust(new double[] {0.5, wrong}, Correction.BENJAMINI_HOCHBERG))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(Double.toString(wrong));
        }
    }

    @Property
    void keepsTheOrderAndNeverLowers(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 0, max = 1) Double> given) {
        double[] p = given.stream().mapToDouble(Double::doubleValue).toArray();
        double[] hochberg = MultipleTests.adjust(p, Correction.BENJAMINI_HOCHBERG);
        double[] yekutieli = MultipleTests.adjust(p, Correction.BENJAMINI_YEKUTIELI);
        for (int i = 0; i < p.length; i++) {
            assertThat(hochberg[i]).isBetween(p[i], 1.0);
            assertThat(yekutieli[i]).isBetween(hochberg[i], 1.0);
            for (int j = 0; j < p.length; j++) {
                assertThat(p[i] > p[j] && hochberg[i] < hochberg[j]).isFalse();
            }
        }
        assertThat(Arrays.stream(p).boxed().toList()).isEqualTo(given);
    }
}
