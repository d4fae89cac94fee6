package io.plumbline.benchmarks.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/** Several callers that do the same at one time. */
final class Clients {
    private static final double NANOS = 1e9;

    private Clients() {}

    /** One call of one caller. */
    interface Work {
        /** Does it; returns how much it was. */
        long run(int client, int turn) throws Exception;
    }

    /** How much is done in a second, over this many seconds. */
    static double rate(int clients, int seconds, Work work) throws InterruptedException, ExecutionException {
        LongAdder done = new LongAdder();
        long start = System.nanoTime();
        long end = start + (long) (seconds * NANOS);
        each(clients, client -> {
            for (int turn = 0; System.nanoTime() < end; turn++) {
                done.add(work.run(client, turn));
            }
        });
        return done.sum() / ((System.nanoTime() - start) / NANOS);
    }

    /** Does this many turns, spread over the callers. */
    static void all(int clients, int turns, Work work) throws InterruptedException, ExecutionException {
        each(clients, client -> {
            for (int turn = client; turn < turns; turn += clients) {
                work.run(client, turn);
            }
        });
    }

    private interface Caller {
        void run(int client) throws Exception;
    }

    private static void each(int clients, Caller caller) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                ends.add(threads.submit(() -> {
                    caller.run(client);
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
    }
}
