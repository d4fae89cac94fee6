package io.plumbline.benchmarks.server;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Connections that post batches to one data set, each the next one as soon as it was answered. */
final class IntakeRun {
    private static final Duration WHERE_BUSY = Duration.ofMillis(50);

    private final RunningServer server;
    private final Api api;
    private final RegisteredModel model;
    private final BatchForm form;
    private final List<Batches> connections;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong refusals = new AtomicLong();

    IntakeRun(RunningServer server, Api api, RegisteredModel model, BatchForm form, int connections) {
        this.server = server;
        this.api = api;
        this.model = model;
        this.form = form;
        this.connections = IntStream.range(0, connections)
                .mapToObj(connection -> new Batches(form, connection))
                .toList();
    }

    /** Posts for so long. Called again it goes on with new records. */
    IntakeResult run(Duration time) throws IOException, InterruptedException, ExecutionException {
        bytes.set(0);
        refusals.set(0);
        double processor = server.processorSeconds();
        long start = System.nanoTime();
        long[] posts = post(start + time.toNanos());
        double seconds = (System.nanoTime() - start) / 1e9;
        double acknowledging = server.processorSeconds() - processor;
        awaitFiles();
        double all = server.processorSeconds() - processor;
        return new IntakeResult(form, posts, bytes.get(), refusals.get(), seconds, acknowledging, all);
    }

    private long[] post(long end) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(connections.size())) {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (Batches batches : connections) {
                running.add(threads.submit(() -> post(batches, end)));
            }
            List<Long> nanoseconds = new ArrayList<>();
            for (Future<List<Long>> each : running) {
                nanoseconds.addAll(each.get());
            }
            long[] sorted = nanoseconds.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return sorted;
        }
    }

    private List<Long> post(Batches batches, long end) throws IOException, InterruptedException {
        List<Long> nanoseconds = new ArrayList<>();
        while (System.nanoTime() < end) {
            byte[] body = batches.next();
            long start = System.nanoTime();
            while (!api.offer(model.records(), body)) {
                refusals.incrementAndGet();
                Thread.sleep(WHERE_BUSY);
            }
            nanoseconds.add(System.nanoTime() - start);
            bytes.addAndGet(body.length);
        }
        return nanoseconds;
    }

    /** Reading makes files and profiles of all that still waits, so that its cost is counted. */
    private void awaitFiles() throws IOException, InterruptedException {
        api.get(model.records() + "?limit=0&include_total_count=true");
    }
}
