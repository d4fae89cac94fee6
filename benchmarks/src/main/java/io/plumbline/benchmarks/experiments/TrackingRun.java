package io.plumbline.benchmarks.experiments;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.function.DoubleSupplier;

/** The measurements of one server; each number is printed as soon as it is there. */
final class TrackingRun {
    private static final int BATCH = 1_000;
    private static final double MILLIS = 1e6;

    private final String title;
    private final TrackingApi api;
    private final int clients;
    private final int seconds;
    private final DoubleSupplier processorSeconds;

    /**
     * Those of a server.
     *
     * @param title of the server
     * @param clients how many call at the same time
     * @param seconds how long each kind of write goes on
     * @param processorSeconds the processor time that the server has taken
     */
    TrackingRun(String title, TrackingApi api, int clients, int seconds, DoubleSupplier processorSeconds) {
        this.title = title;
        this.api = api;
        this.clients = clients;
        this.seconds = seconds;
        this.processorSeconds = processorSeconds;
    }

    private void print(String what, double value, String unit) {
        System.out.printf("%-10s %-58s %,12.1f %s%n", title, what, value, unit);
    }

    /** Writes: runs, and batches of points of both shapes. */
    void writes() throws IOException, InterruptedException, ExecutionException {
        String experiment = api.createExperiment("writes-" + System.nanoTime());
        create(experiment, seconds);
        rate("create-run, " + clients + " clients", "runs", () -> create(experiment, seconds));
        logged(experiment, 10, seconds);
        rate("log-batch of 1,000: 10 metrics x 100 steps", "points", () -> logged(experiment, 10, seconds));
        rate("log-batch of 1,000: 1,000 metrics x 1 step", "points", () -> logged(experiment, BATCH, seconds));
    }

    private interface Rate {
        double measure() throws IOException, InterruptedException, ExecutionException;
    }

    private void rate(String what, String unit, Rate rate)
            throws IOException, InterruptedException, ExecutionException {
        double processor = processorSeconds.getAsDouble();
        double perSecond = rate.measure();
        print(what, perSecond, unit + "/s");
        print(
                "  of the server",
                perSecond * seconds / (processorSeconds.getAsDouble() - processor),
                unit + "/processor s");
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

    /** Puts these runs into a new experiment; returns its decimal id. */
    String fill(SearchedRuns searched) throws IOException, InterruptedException, ExecutionException {
        String experiment = api.createExperiment("searched-" + System.nanoTime());
        Clients.all(clients, searched.runs(), (_, turn) -> {
            api.post("runs/log-batch", TrackingApi.batch(api.createRun(experiment), searched, turn));
            return 1;
        });
        return experiment;
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
