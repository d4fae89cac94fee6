package io.plumbline.server.purge;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.command.ExitCode;
import io.plumbline.server.command.Surroundings;
import io.plumbline.server.command.Work;
import io.plumbline.server.remote.NativeServer;
import io.plumbline.server.remote.RunningTask;
import io.plumbline.server.remote.ServerOptions;
import io.plumbline.server.report.Figures;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Empties the bin of a running server. */
@Command(
        name = "purge",
        description = {
            "Removes for good the runs and experiments that clients deleted, as 'mlflow gc' does: runs with their history and artifacts, experiments with all "
                    + "that they hold. Until then they can be restored.",
            "",
            "Ctrl-C cancels it on the server; what is gone by then stays gone.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All of it is gone.",
            "2:Wrong options, a server that refuses, or a purge that failed.",
            "130:Ended by Ctrl-C; the purge was cancelled."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline purge --key pk_...",
            "  plumbline purge --deleted-before 2026-10-01T00:00:00Z"
        })
public final class PurgeCommand implements Callable<Integer> {
    private static final String PURGES = "/purges";
    private static final String ADVICE = "Start it, or name another by --server.";

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(
            names = "--deleted-before",
            paramLabel = "TIME",
            description = "Only what was deleted before this time. Default: all that is deleted now.")
    private @Nullable Instant deletedBefore;

    /** The command in these surroundings. */
    public PurgeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        NativeServer api = new NativeServer(server.server(), server.credential(surroundings), ADVICE);
        JsonNode started = api.post(PURGES, request());
        String path = PURGES + "/" + started.path("id").asString();
        JsonNode ended = new Work(surroundings)
                .with(
                        spec.commandLine().getErr(),
                        (Progress progress) -> RunningTask.follow(
                                api, path, purge -> progress.report("removed " + removed(purge), 0, 0)));
        spec.commandLine().getOut().println("Removed for good: " + removed(RunningTask.finished("purge", ended)) + ".");
        return ExitCode.OK;
    }

    private ObjectNode request() {
        ObjectNode request = JsonMapper.shared().createObjectNode();
        if (deletedBefore != null) {
            request.put("deleted_before", deletedBefore.toString());
        }
        return request;
    }

    private static String removed(JsonNode purge) {
        long removed = purge.path("removed").asLong();
        return Figures.count(removed) + (removed == 1 ? " run or experiment" : " runs and experiments");
    }
}
