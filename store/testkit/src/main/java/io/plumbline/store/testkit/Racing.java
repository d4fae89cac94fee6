package io.plumbline.store.testkit;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does things in several threads at one time. */
public final class Racing {
    /** How many threads. */
    public static final int THREADS = 8;

    private Racing() {}

    /** What each of {@link #THREADS} threads made of its number, all having started together. */
    public static <T> List<T> race(IntFunction<T> racer) {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                futures.add(threads.submit((Callable<T>) () -> {
                    start.await();
                    return racer.apply(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("a racer failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** The failure that the action ended with, or empty where it went well. */
    public static Optional<Failure> failureOf(Runnable action) {
        try {
            action.run();
            return Optional.empty();
        } catch (PlumblineException e) {
            return Optional.of(e.failure());
        }
    }
}
