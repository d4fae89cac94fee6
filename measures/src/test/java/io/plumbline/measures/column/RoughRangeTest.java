package io.plumbline.measures.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoughRangeTest {
    @Test
    void twoOnEachSideAreOutliers() {
        assertThat(RoughRange.of(new double[] {7, -1e300, 3, 1e300, 5, 1e9, -4}))
                .isEqualTo(new RoughRange(3, 7, 5));
    }

    @Test
    void ofFewNumbersNotSoMany() {
        assertThat(RoughRange.of(new double[] {4})).isEqualTo(new RoughRange(4, 4, 4));
        assertThat(RoughRange.of(new double[] {9, 4})).isEqualTo(new RoughRange(4, 9, 6.5));
        assertThat(RoughRange.of(new double[] {9, 2, 4})).isEqualTo(new RoughRange(4, 4, 4));
    }

    @Test
    void isThatOfTheNumbersInOrder() {
        double[] sample = new Random(11).doubles(1000, -3, 8).toArray();
        double[] ordered = sample.clone();
        Arrays.sort(ordered);
        RoughRange range = RoughRange.of(sample);
        assertThat(range.from()).isEqualTo(ordered[2]);
        assertThat(range.to()).isEqualTo(ordered[997]);
        assertThat(range.centre())
                .isCloseTo(Arrays.stream(ordered, 2, 998).average().orElseThrow(), within(1e-12));
    }

    @Test
    void theLargestNumbersDoNotOverflow() {
        double[] large = new double[50];
        Arrays.fill(large, Double.MAX_VALUE);
        assertThat(RoughRange.of(large).centre()).isCloseTo(Double.MAX_VALUE, within(1e294));
    }
}
