package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Against the definitions, value by value, on values of which many are equal. */
class CumulativeGapTest {
    @Property
    void theLargestGapIsThatAtSomeValue(
            @ForAll @Size(min = 1, max = 40) @IntRange(min = -9, max = 9) int[] reference,
            @ForAll @Size(min = 1, max = 40) @IntRange(min = -9, max = 9) int[] current) {
        Samples samples = samples(reference, current);
        double expected = all(samples).map(x -> Math.abs(gap(samples, x))).max().orElseThrow();
        assertThat(CumulativeGap.largest(samples)).isEqualTo(expected);
    }

    @Property
    void theAreaIsThatOfTheGapsBetweenValues(
            @ForAll @Size(min = 1, max = 40) @IntRange(min = -9, max = 9) int[] reference,
            @ForAll @Size(min = 1, max = 40) @IntRange(min = -9, max = 9) int[] current) {
        Samples samples = samples(reference, current);
        double[] values = all(samples).toArray();
        double expected = 0;
        for (int i = 1; i < values.length; i++) {
            expected += Math.abs(gap(samples, values[i - 1])) * (values[i] - values[i - 1]);
        }
        assertThat(CumulativeGap.area(samples)).isCloseTo(expected, within(1e-12));
    }

    private static Samples samples(int[] reference, int[] current) {
        return new Samples(ascending(reference), ascending(current));
    }

    private static double[] ascending(int[] numbers) {
        return Arrays.stream(numbers).asDoubleStream().sorted().toArray();
    }

    private static DoubleStream all(Samples samples) {
        return DoubleStream.concat(Arrays.stream(samples.reference()), Arrays.stream(samples.current()))
                .sorted();
    }

    private static double gap(Samples samples, double x) {
        return share(samples.reference(), x) - share(samples.current(), x);
    }

    private static double share(double[] values, double x) {
        return (double) Arrays.stream(values).filter(value -> value <= x).count() / values.length;
    }
}
