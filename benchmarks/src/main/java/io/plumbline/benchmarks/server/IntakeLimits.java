package io.plumbline.benchmarks.server;

import io.plumbline.store.records.log.IntakeLog;
import io.plumbline.store.records.log.LogSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** What no server that reads this JSON and keeps it can beat: the same bytes only parsed, and the same bytes only appended to the log. */
final class IntakeLimits {
    private final BatchForm form;
    private final Duration time;

    IntakeLimits(BatchForm form, Duration time) {
        this.form = form;
        this.time = time;
    }

    /** Rows that one core parses in a second, reading every name, number and text but keeping none. */
    double parsedRows() {
        byte[] body = new Batches(form, 0).next();
        parseFor(body, time.dividedBy(2));
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long batches = parseFor(body, time);
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        return batches * Batches.ROWS / seconds;
    }

    private static long parseFor(byte[] body, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long batches = 0;
        double sum = 0;
        while (System.nanoTime() < end) {
            sum += parse(body);
            batches++;
        }
        if (sum == 0) {
            throw new IllegalStateException("nothing was parsed");
        }
        return batches;
    }

    private static double parse(byte[] body) {
        double sum = 0;
        try (JsonParser json = JsonMapper.shared().createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                sum += switch (token) {
                    case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> json.getDoubleValue();
                    case VALUE_STRING, PROPERTY_NAME -> json.getString().length();
                    default -> 0;
                };
            }
        }
        return sum;
    }

    /** Rows that so many threads together make durable in a second when the log takes the bodies as they are. */
    double loggedRows(Path folder, int threads) throws IOException, InterruptedException, ExecutionException {
        byte[] body = new Batches(form, 0).next();
        try (IntakeLog log = IntakeLog.open(folder, LogSettings.defaults())) {
            long start = System.nanoTime();
            long batches = append(log, body, threads, start + time.toNanos());
            return batches * Batches.ROWS / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static long append(IntakeLog log, byte[] body, int threads, long end)
            throws InterruptedException, ExecutionException {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                running.add(executor.submit(() -> append(log, body, end)));
            }
            long batches = 0;
            for (Future<Long> each : running) {
                batches += each.get();
            }
            return batches;
        }
    }

    private static long append(IntakeLog log, byte[] body, long end) throws IOException {
        long batches = 0;
        while (System.nanoTime() < end) {
            log.consumedThrough(log.append(ByteBuffer.wrap(body)));
            batches++;
        }
        return batches;
    }
}
