package io.plumbline.server.monitors;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.output.RefusedException;
import io.plumbline.server.remote.NativeServer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import tools.jackson.databind.JsonNode;

/** A check while somebody waits for it. Whoever ends this program meanwhile cancels the check. */
final class RunningCheck implements AutoCloseable {
    private static final Set<String> OVER = Set.of("finished", "failed", "cancelled");
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final MonitorApi api;
    private final JsonNode started;
    private final Thread atExit = new Thread(this::cancel, "cancel the check");
    private volatile boolean exiting;

    private RunningCheck(MonitorApi api, JsonNode started) {
        this.api = api;
        this.started = started;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Waits until a check is over.
     *
     * @return the check as it is then
     * @throws CancellationException where the program ends first
     */
    static JsonNode follow(MonitorApi api, JsonNode started, Progress progress) {
        try (RunningCheck check = new RunningCheck(api, started)) {
            return check.await(progress);
        }
    }

    private JsonNode await(Progress progress) {
        JsonNode check = started;
        Duration pause = FIRST_PAUSE;
        while (!OVER.contains(check.path("state").asString())) {
            progress.report(
                    step(check),
                    check.path("done").asLong(),
                    check.path("total").asLong());
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            check = api.check(started);
        }
        if (exiting) {
            throw new CancellationException("the program ends");
        }
        return check;
    }

    private static String step(JsonNode check) {
        boolean queued = check.path("state").asString().equals("queued");
        return check.path("message").asString(queued ? "waiting for its turn" : "running");
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw NativeServer.interrupted(e);
        }
    }

    private void cancel() {
        exiting = true;
        try {
            api.cancel(started);
        } catch (RefusedException e) {
            System.getLogger(RunningCheck.class.getName())
                    .log(System.Logger.Level.WARNING, "the check could not be cancelled: {0}", e.getMessage());
        }
    }

    @Override
    public void close() {
        if (!exiting) {
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }
}
