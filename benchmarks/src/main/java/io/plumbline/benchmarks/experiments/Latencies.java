package io.plumbline.benchmarks.experiments;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** How long questions take that are asked one after the other. */
final class Latencies {
    private static final double MILLIS = 1e6;

    private Latencies() {}

    /** Makes a question. */
    interface Question {
        /** The question at this turn, to be asked. */
        Callable<?> at(int turn);
    }

    /** Asks so many, after some that are not counted, and prints the median and the 95th percentile in milliseconds. */
    static void print(String title, int questions, Question question) throws Exception {
        double[] millis = new double[questions];
        for (int turn = -questions / 10; turn < questions; turn++) {
            Callable<?> asked = question.at(turn);
            long begin = System.nanoTime();
            asked.call();
            millis[Math.max(turn, 0)] = (System.nanoTime() - begin) / MILLIS;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-68s p50 %,8.1f ms  p95 %,8.1f ms%n",
                title,
                millis[questions / 2],
                millis[questions * 95 / 100]);
    }
}
