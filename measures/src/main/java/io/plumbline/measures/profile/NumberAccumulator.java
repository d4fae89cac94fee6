package io.plumbline.measures.profile;

import io.plumbline.measures.exact.PowerSumAccumulator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Adds finite numbers to what becomes a {@link NumberSummary}. */
final class NumberAccumulator {
    private final PowerSumAccumulator sums = new PowerSumAccumulator();
    private final ValueTable values = new ValueTable();
    private final Optional<EdgeCounter> bins;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    NumberAccumulator(ProfileSpec spec) {
        bins = spec.edges().map(EdgeCounter::over);
    }

    void add(double[] finite, int size) {
        if (size == 0) {
            return;
        }
        addRange(finite, size);
        sums.addAll(finite, size);
        values.add(finite, size);
        bins.ifPresent(counter -> counter.add(finite, size));
    }

    private void addRange(double[] finite, int size) {
        double least = finite[0];
        double most = finite[0];
        for (int i = 1; i < size; i++) {
            least = finite[i] < least ? finite[i] : least;
            most = finite[i] > most ? finite[i] : most;
        }
        min = Math.min(min, Ordinal.of(least));
        max = Math.max(max, Ordinal.of(most));
    }

    /** Adds whole numbers, of which {@code rounded} are the nearest doubles. */
    void add(long[] whole, double[] rounded, int size) {
        for (int i = 0; i < size; i++) {
            min = Math.min(min, whole[i]);
            max = Math.max(max, whole[i]);
        }
        sums.addAll(whole, size);
        values.add(whole, size);
        bins.ifPresent(counter -> counter.add(rounded, size));
    }

    NumberSummary summary() {
        List<Long> binCounts = bins.map(EdgeCounter::counts)
                .map(counts -> Arrays.stream(counts).boxed().toList())
                .orElse(List.of());
        return new NumberSummary(min, max, sums.sums(), binCounts, values.values());
    }
}
