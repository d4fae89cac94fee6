package io.plumbline.server.monitors;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.command.Surroundings;
import io.plumbline.server.remote.NativeServer;
import io.plumbline.server.remote.RunningTask;
import io.plumbline.server.remote.ServerOptions;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The monitors of a running server. What is handed around are documents of its native API. */
final class MonitorApi {
    private static final String MONITORS = "/monitors";
    private static final String ADVICE = "Start it, or name another by --server.";

    private final NativeServer server;

    private MonitorApi(NativeServer server) {
        this.server = server;
    }

    /** Those of the server that the options name. */
    static MonitorApi open(ServerOptions options, Surroundings surroundings) {
        return new MonitorApi(new NativeServer(options.server(), options.credential(surroundings), ADVICE));
    }

    /** All of them, oldest first. */
    List<JsonNode> list() {
        return server.all(MONITORS, "monitors");
    }

    /** The one with this id, where there is one. */
    Optional<JsonNode> find(String id) {
        return server.find(MONITORS + "/" + id);
    }

    /** Puts a check in line. */
    JsonNode start(String monitor, ObjectNode request) {
        return server.post(checks(monitor), request);
    }

    /** Waits until a check is over; whoever ends this program meanwhile cancels it. */
    JsonNode follow(JsonNode started, Progress progress) {
        return RunningTask.follow(
                server,
                path(started),
                check -> progress.report(
                        step(check),
                        check.path("done").asLong(),
                        check.path("total").asLong()));
    }

    private static String step(JsonNode check) {
        boolean queued = check.path("state").asString().equals("queued");
        return check.path("message").asString(queued ? "waiting for its turn" : "running");
    }

    /** What a check found. */
    JsonNode measurement(JsonNode check) {
        return server.get(MONITORS + "/" + check.path("monitor_id").asString() + "/measurements/"
                + check.path("id").asString());
    }

    private static String path(JsonNode check) {
        return checks(check.path("monitor_id").asString()) + "/"
                + check.path("id").asString();
    }

    private static String checks(String monitor) {
        return MONITORS + "/" + monitor + "/checks";
    }
}
