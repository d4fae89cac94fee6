package io.plumbline.server.demo;

import java.util.List;
import java.util.Random;

/**
 * Random draws that are the same on every machine: {@link Random} is specified to the bit, and so is {@link StrictMath}.
 */
final class Draws {
    private final Random random;

    Draws(long seed) {
        random = new Random(seed);
    }

    /** Uniform between 0 and 1. */
    double share() {
        return random.nextDouble();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Uniform from {@code least} to {@code greatest}, both included. */
    int between(int least, int greatest) {
        return least + random.nextInt(greatest - least + 1);
    }

    double normal(double mean, double standardDeviation) {
        return mean + standardDeviation * random.nextGaussian();
    }

    double logNormal(double median, double spread) {
        return median * StrictMath.exp(spread * random.nextGaussian());
    }

    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    /** One of the values, by weights that need not add up to 1. */
    <T> T oneOf(List<Weighted<T>> values) {
        double total = 0;
        for (Weighted<T> value : values) {
            total += value.weight();
        }
        double left = random.nextDouble() * total;
        for (Weighted<T> value : values) {
            left -= value.weight();
            if (left < 0) {
                return value.value();
            }
        }
        return values.getLast().value();
    }

    static double logistic(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    static double within(double least, double greatest, double value) {
        return Math.max(least, Math.min(greatest, value));
    }

    /**
     * A value and how often it is drawn.
     *
     * @param value the value
     * @param weight in proportion to the others
     * @param <T> what is drawn
     */
    record Weighted<T>(T value, double weight) {}
}
