package io.plumbline.benchmarks.experiments;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;

/** How long questions take that are asked one after the other. */
final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    private Latencies() {}

    /** Makes a question. */
    interface Question {
        /** The question at this turn, to be asked. */
        Callable<?> at(int turn);
    }

    /** Asks so many, after some that are not counted, and prints the median, the 95th percentile and the processor time of the server for each, in milliseconds. */
    static void print(String title, int questions, DoubleSupplier processorSeconds, Question question)
            throws Exception {
        for (int turn = -questions / 10; turn < 0; turn++) {
            question.at(turn).call();
        }
        double before = processorSeconds.getAsDouble();
        double[] millis = new double[questions];
        for (int turn = 0; turn < questions; turn++) {
            Callable<?> asked = question.at(turn);
            long begin = System.nanoTime();
            asked.call();
            millis[turn] = (System.nanoTime() - begin) / NANOS_PER_MILLI;
        }
        double processor = (processorSeconds.getAsDouble() - before) * MILLIS_PER_SECOND / questions;
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-72s p50 %,8.1f ms  p95 %,8.1f ms  processor %,8.1f ms%n",
                title,
                millis[questions / 2],
                millis[questions * 95 / 100],
                processor);
    }
}
