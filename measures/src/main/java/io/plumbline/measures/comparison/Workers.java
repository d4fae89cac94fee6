package io.plumbline.measures.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Does numbered jobs on platform threads and gives the answers in the order of the jobs. No thread outlives the call: the first
 * failure, or an interrupt of the caller, interrupts those that still work.
 */
public final class Workers<T> {
    private final IntFunction<T> job;
    private final AtomicReferenceArray<@Nullable T> answers;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();

    private Workers(int jobs, IntFunction<T> job) {
        this.job = job;
        this.answers = new AtomicReferenceArray<>(jobs);
    }

    /**
     * The answers to jobs 0 to {@code jobs - 1}.
     *
     * @param threads how many to work on at once, at least 1
     * @throws CancellationException after an interrupt of the calling thread, which stays marked as interrupted
     */
    public static <T> List<T> run(int jobs, int threads, IntFunction<T> job) {
        Workers<T> workers = new Workers<>(jobs, job);
        workers.start(Math.min(threads, jobs));
        workers.await();
        return workers.answers();
    }

    /** The same, telling {@code progress} under the name of this step how many jobs are done. */
    public static <T> List<T> run(String step, Progress progress, int jobs, int threads, IntFunction<T> job) {
        return run(jobs, threads, told(step, progress, jobs, job));
    }

    /** A job that does the same and tells {@code progress} how many of so many are done. */
    static <T> IntFunction<T> told(String step, Progress progress, int jobs, IntFunction<T> job) {
        AtomicInteger done = new AtomicInteger();
        progress.report(step, 0, jobs);
        return i -> {
            T answer = job.apply(i);
            synchronized (done) { // so that it is never told of fewer than before
                progress.report(step, done.incrementAndGet(), jobs);
            }
            return answer;
        };
    }

    private void start(int count) {
        for (int i = 0; i < count; i++) {
            threads.add(new Thread(this::work, "plumbline-column-" + (i + 1)));
        }
        threads.forEach(Thread::start);
    }

    private void work() {
        try {
            for (int i = next.getAndIncrement(); i < answers.length() && !isStopped(); i = next.getAndIncrement()) {
                answers.set(i, Objects.requireNonNull(job.apply(i)));
            }
        } catch (Throwable thrown) {
            stop(thrown);
        }
    }

    private boolean isStopped() {
        return failure.get() != null;
    }

    private void stop(Throwable reason) {
        // What the others throw when they are interrupted for this reason is no news.
        if (failure.compareAndSet(null, reason)) {
            threads.forEach(Thread::interrupt);
        }
    }

    private void await() {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                interrupted |= wasInterruptedJoining(thread);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean wasInterruptedJoining(Thread thread) {
        try {
            thread.join();
            return false;
        } catch (InterruptedException interrupt) {
            stop(new CancellationException("the work was cancelled"));
            return true;
        }
    }

    private List<T> answers() {
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        List<T> ordered = new ArrayList<>(answers.length());
        for (int i = 0; i < answers.length(); i++) {
            ordered.add(Objects.requireNonNull(answers.get(i)));
        }
        return ordered;
    }
}
