package io.plumbline.benchmarks.experiments;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutionException;

/** The measurements of one server; each number is printed as soon as it is there. */
final class TrackingRun {
    private static final int BATCH = 1_000;
    private static final int QUERIES = 200;
    private static final double MILLIS = 1e6;

    private final String title;
    private final TrackingApi api;
    private final int clients;
    private final int seconds;
    private final Random random = new Random(7);

    TrackingRun(String title, TrackingApi api, int clients, int seconds) {
        this.title = title;
        this.api = api;
        this.clients = clients;
        this.seconds = seconds;
    }

    private void print(String what, double value, String unit) {
        System.out.printf("%-10s %-58s %,12.1f %s%n", title, what, value, unit);
    }

    /** Writes: runs, and batches of points of both shapes. */
    void writes() throws IOException, InterruptedException, ExecutionException {
        String experiment = api.createExperiment("writes-" + System.nanoTime());
        create(experiment, 3);
        print("create-run, " + clients + " clients", create(experiment, seconds), "runs/s");
        logged(experiment, 10, 3);
        print("log-batch of 1,000: 10 metrics x 100 steps", logged(experiment, 10, seconds), "points/s");
        print("log-batch of 1,000: 1,000 metrics x 1 step", logged(experiment, BATCH, seconds), "points/s");
    }

    private double create(String experiment, int time) throws InterruptedException, ExecutionException {
        return Clients.rate(clients, time, (client, turn) -> {
            api.createRun(experiment);
            return 1;
        });
    }

    private double logged(String experiment, int keys, int time)
            throws IOException, InterruptedException, ExecutionException {
        String[] runs = new String[clients];
        for (int i = 0; i < clients; i++) {
            runs[i] = api.createRun(experiment);
        }
        int steps = BATCH / keys;
        return Clients.rate(clients, time, (client, turn) -> {
            api.post("runs/log-batch", TrackingApi.batch(runs[client], keys, turn * steps, steps, client));
            return BATCH;
        });
    }

    /** Searches by random conditions and orders among runs with many metrics. */
    void searches(int runs, int metrics) throws IOException, InterruptedException, ExecutionException {
        String experiment = api.createExperiment("searched-" + System.nanoTime());
        long start = System.nanoTime();
        Clients.all(clients, runs, (client, turn) -> {
            String run = api.createRun(experiment);
            double value = new Random(turn).nextDouble() * metrics;
            api.post("runs/log-batch", TrackingApi.batch(run, metrics, 0, 1, value));
            return 1;
        });
        print("making %,d runs x %d metrics".formatted(runs, metrics), (System.nanoTime() - start) / 1e9, "s");
        double[] millis = new double[QUERIES];
        for (int i = -10; i < QUERIES; i++) {
            String query = query(experiment, metrics);
            long begin = System.nanoTime();
            api.post("runs/search", query);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / MILLIS;
            }
        }
        Arrays.sort(millis);
        print("search, 50 of them, p50", millis[QUERIES / 2], "ms");
        print("search, 50 of them, p95", millis[QUERIES * 95 / 100], "ms");
    }

    /** One or two conditions of any strength, and an order by any metric. */
    private String query(String experiment, int metrics) {
        StringBuilder filter = new StringBuilder();
        for (int i = random.nextInt(2); i >= 0; i--) {
            int key = random.nextInt(metrics);
            filter.append(filter.isEmpty() ? "" : " and ")
                    .append("metrics.metric_")
                    .append(key)
                    .append(random.nextBoolean() ? " > " : " < ")
                    .append(key + random.nextDouble() * metrics);
        }
        return "{\"experiment_ids\":[\"" + experiment + "\"],\"max_results\":50,\"filter\":\"" + filter
                + "\",\"order_by\":[\"metrics.metric_" + random.nextInt(metrics) + " "
                + (random.nextBoolean() ? "ASC" : "DESC") + "\"]}";
    }

    /** A history of this many points, thinned out. */
    void history(int points) throws IOException, InterruptedException, ExecutionException {
        String run = api.createRun(api.createExperiment("history-" + System.nanoTime()));
        for (int step = 0; step < points; step += BATCH) {
            api.post("runs/log-batch", TrackingApi.batch(run, 1, step, BATCH, 0));
        }
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long begin = System.nanoTime();
            api.get("metrics/get-history-bulk-interval?run_ids=" + run
                    + "&metric_key=metric_0&max_results=1000&start_step=0&end_step=" + points);
            best = Math.min(best, (System.nanoTime() - begin) / MILLIS);
        }
        print("1,000 points of a history of %,d".formatted(points), best, "ms");
    }
}
