package io.plumbline.server.remote;

import io.plumbline.server.output.RefusedException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Work of a server that somebody waits for. Whoever ends this program meanwhile cancels the work. */
public final class RunningTask implements AutoCloseable {
    private static final Set<String> OVER = Set.of("finished", "failed", "cancelled");
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final NativeServer server;
    private final String path;
    private final Thread atExit = new Thread(this::cancel, "cancel the work of the server");
    private volatile boolean exiting;

    private RunningTask(NativeServer server, String path) {
        this.server = server;
        this.path = path;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Waits until it is over.
     *
     * @param path where the server tells its {@code state}, and cancels it at {@code cancel} below
     * @param watcher is shown it again and again while it is not over
     * @return it as it is then
     * @throws CancellationException where the program ends first
     */
    public static JsonNode follow(NativeServer server, String path, Consumer<JsonNode> watcher) {
        try (RunningTask task = new RunningTask(server, path)) {
            return task.await(watcher);
        }
    }

    private JsonNode await(Consumer<JsonNode> watcher) {
        JsonNode now = server.get(path);
        Duration pause = FIRST_PAUSE;
        while (!OVER.contains(now.path("state").asString())) {
            watcher.accept(now);
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            now = server.get(path);
        }
        if (exiting) {
            throw new CancellationException("the program ends");
        }
        return now;
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
            server.post(path + "/cancel");
        } catch (RefusedException e) {
            System.getLogger(RunningTask.class.getName())
                    .log(System.Logger.Level.WARNING, "the server could not be told to stop: {0}", e.getMessage());
        }
    }

    /**
     * The work, where it finished.
     *
     * @param kind what it is called, such as a check
     * @throws RefusedException where it failed or was cancelled
     */
    public static JsonNode finished(String kind, JsonNode ended) {
        return switch (ended.path("state").asString()) {
            case "failed" ->
                throw new RefusedException("The " + kind + " failed: "
                        + ended.path("message").asString("the server's log may tell why") + ".");
            case "cancelled" -> throw new RefusedException("The " + kind + " was cancelled on the server.");
            default -> ended;
        };
    }

    @Override
    public void close() {
        if (!exiting) {
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }
}
