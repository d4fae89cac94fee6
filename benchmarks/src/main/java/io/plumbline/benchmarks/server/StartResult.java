package io.plumbline.benchmarks.server;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One start.
 *
 * @param seconds until the first answer
 * @param processorSeconds on all cores until then
 * @param megabytes of memory a little later
 */
record StartResult(double seconds, double processorSeconds, long megabytes) {
    /** Prints medians. */
    static void print(String kind, List<StartResult> starts) {
        System.out.printf(
                "start %-26s %.2f s (%.2f to %.2f), processor %.2f s, memory %.0f MB%n",
                kind,
                median(starts, StartResult::seconds),
                starts.stream().mapToDouble(StartResult::seconds).min().orElseThrow(),
                starts.stream().mapToDouble(StartResult::seconds).max().orElseThrow(),
                median(starts, StartResult::processorSeconds),
                median(starts, StartResult::megabytes));
    }

    private static double median(List<StartResult> starts, ToDoubleFunction<StartResult> figure) {
        double[] sorted = starts.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
