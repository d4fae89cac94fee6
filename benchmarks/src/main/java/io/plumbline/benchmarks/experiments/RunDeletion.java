package io.plumbline.benchmarks.experiments;

import io.plumbline.benchmarks.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/** Deletes runs of many points for good, each on a server that was just started, so that its peak of memory tells of nothing else. */
final class RunDeletion {
    private static final int BATCH = 1_000;
    private static final int METRICS = 10;
    private static final int LOOK_EVERY_MILLIS = 20;

    private final Path place;
    private final int clients;

    /**
     * In a folder of its own.
     *
     * @param clients how many log to the run at the same time
     */
    RunDeletion(Path place, int clients) {
        this.place = place;
        this.clients = clients;
    }

    /** Makes a run of so many points, deletes it, and prints how long that took and what memory. */
    void measure(int points) throws IOException, InterruptedException, ExecutionException {
        Path data = Files.createDirectories(place.resolve("deletion-" + points)).resolve("data");
        String key;
        String run;
        try (RunningServer server = RunningServer.start(data);
                TrackingApi api = new TrackingApi(server.address(), server.adminKey())) {
            key = server.adminKey();
            run = logged(api, points);
        }
        try (RunningServer server = RunningServer.start(data);
                TrackingApi api = new TrackingApi(server.address(), key)) {
            api.post("runs/search", "{\"experiment_ids\":[\"0\"]}"); // reads what a server reads once
            server.awaitRest();
            print(points, server, api, run);
        }
    }

    private String logged(TrackingApi api, int points) throws IOException, InterruptedException, ExecutionException {
        String run = api.createRun(api.createExperiment("deleted"));
        int steps = BATCH / METRICS;
        Clients.all(clients, points / BATCH, (_, turn) -> {
            api.post("runs/log-batch", TrackingApi.batch(run, METRICS, turn * steps, steps, turn));
            return BATCH;
        });
        return run;
    }

    private static void print(int points, RunningServer server, TrackingApi api, String run)
            throws IOException, InterruptedException {
        double before = server.peakMegabytes();
        double processor = server.processorSeconds();
        long begin = System.nanoTime();
        api.post("runs/delete", "{\"run_id\":\"" + run + "\"}");
        String purge = api.purge();
        while (!api.isPurged(purge)) {
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        System.out.printf(
                "%-10s deleting a run of %,d points for good: %.1f s, %.1f processor s, most memory %,.0f MB after %,.0f MB%n",
                "plumbline",
                points,
                (System.nanoTime() - begin) / 1e9,
                server.processorSeconds() - processor,
                server.peakMegabytes(),
                before);
    }
}
