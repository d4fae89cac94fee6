package io.plumbline.measures.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.performance.ExpectedAccuracy.Prediction;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpectedAccuracyTest {
    private final ExpectedAccuracy accuracy = new ExpectedAccuracy();

    @Test
    void anotherIsCalibratedAlikeAndKeepsItsRowsToItself() {
        ExpectedAccuracy first = new ExpectedAccuracy();
        first.calibrate(0.9, Prediction.RIGHT);
        first.calibrate(0.9, Prediction.WRONG);
        first.add(0.6);

        ExpectedAccuracy second = first.calibratedAlike();
        second.calibrate(0.9, Prediction.WRONG);
        second.add(0.9);

        assertThat(first.labelledRows()).isEqualTo(2);
        assertThat(first.value()).isEqualTo(0.6);
        assertThat(second.rows()).isEqualTo(1);
        assertThat(second.value()).isEqualTo(1.0 / 3);
    }

    @Test
    void withoutLabelsItIsTheMeanConfidence() {
        accuracy.add(0.9);
        accuracy.add(0.6);
        accuracy.add(1);
        accuracy.add(Double.NaN);
        accuracy.add(1.5);
        assertThat(accuracy.rows()).isEqualTo(3);
        assertThat(accuracy.value()).isCloseTo(2.5 / 3, within(1e-15));
        assertThat(accuracy.labelledAccuracy()).isNaN();
    }

    @Test
    void labelsCalibrateTheConfidencesOfTheirBin() {
        accuracy.calibrate(0.91, Prediction.RIGHT);
        accuracy.calibrate(0.92, Prediction.WRONG);
        accuracy.calibrate(0.94, Prediction.WRONG);
        accuracy.calibrate(0.93, Prediction.WRONG);
        accuracy.add(0.9);
        accuracy.add(0.949);
        accuracy.add(0.6);
        assertThat(accuracy.labelledAccuracy()).isEqualTo(0.25);
        assertThat(accuracy.value()).isCloseTo((0.25 + 0.25 + 0.6) / 3, within(1e-15));
    }

    @Test
    void nothingIsExpectedOfNoRows() {
        accuracy.calibrate(0.9, Prediction.RIGHT);
        assertThat(accuracy.value()).isNaN();
    }

    @Test
    void itIsNearTheTruthWhereConfidencesAreOff() {
        Random random = new Random(7);
        double right = 0;
        for (int i = 0; i < 40_000; i++) {
            double confidence = 0.5 + random.nextDouble() / 2;
            boolean hit = random.nextDouble() < confidence - 0.2;
            if (i % 2 == 0) {
                accuracy.calibrate(confidence, hit ? Prediction.RIGHT : Prediction.WRONG);
            } else {
                accuracy.add(confidence);
                right += hit ? 1 : 0;
            }
        }
        assertThat(accuracy.value()).isCloseTo(right / 20_000, within(0.01));
    }
}
