package io.plumbline.measures.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NumberSortTest {

    /** Columns as they occur, and such as make the sort's shortcuts go wrong if they can. */
    enum Kind {
        GAUSSIAN,
        ONE_VALUE,
        TWO_VALUES,
        SMALL_WHOLE,
        SIGNED_WHOLE,
        ANY_FINITE,
        CLUSTERS_OF_EQUAL_PREFIX,
        ZEROS_OF_BOTH_SIGNS,
        TINY,
        AMOUNTS;

        double next(Random random) {
            return switch (this) {
                case GAUSSIAN -> random.nextGaussian();
                case ONE_VALUE -> 7;
                case TWO_VALUES -> random.nextInt(2);
                case SMALL_WHOLE -> random.nextInt(5000);
                case SIGNED_WHOLE -> random.nextInt(5000) - 2500;
                case ANY_FINITE -> Double.longBitsToDouble(random.nextLong() & 0xBFFF_FFFF_FFFF_FFFFL);
                case CLUSTERS_OF_EQUAL_PREFIX -> random.nextInt(2) * 1e9 + random.nextInt(100_000) * 0x1p-22;
                case ZEROS_OF_BOTH_SIGNS -> random.nextInt(3) == 0 ? 0.0 : -0.0;
                case TINY -> random.nextInt(1000) * Double.MIN_VALUE * (random.nextInt(3) - 1);
                case AMOUNTS -> Math.rint(Math.exp(random.nextGaussian()) * 100) / 100;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void sortsAsTheJdkDoes(Kind kind) {
        for (int size : new int[] {1, 2, 1999, 2000, 2001, 30_000, 200_000}) {
            requireSorted(kind, size, new Random(size));
        }
    }

    @Property(tries = 100)
    void sortsAnySizeAsTheJdkDoes(@ForAll Kind kind, @ForAll @IntRange(max = 20_000) int size, @ForAll Random random) {
        requireSorted(kind, size, random);
    }

    private static void requireSorted(Kind kind, int size, Random random) {
        // longer than what is sorted, with what must not come in
        double[] numbers = new double[size + random.nextInt(3)];
        Arrays.fill(numbers, Double.NaN);
        for (int i = 0; i < size; i++) {
            numbers[i] = kind.next(random);
        }
        double[] expected = Arrays.copyOf(numbers, size);
        Arrays.sort(expected);
        assertThat(Arrays.equals(NumberSort.sorted(numbers, size), expected)).isTrue();
    }
}
