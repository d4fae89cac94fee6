package io.plumbline.server.monitors;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.command.ExitCode;
import io.plumbline.server.command.ListingOption;
import io.plumbline.server.command.Surroundings;
import io.plumbline.server.command.Work;
import io.plumbline.server.output.RefusedException;
import io.plumbline.server.remote.RunningTask;
import io.plumbline.server.remote.ServerOptions;
import java.io.IOException;
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

/** Runs a monitor now. */
@Command(
        name = "run",
        description = {
            "Runs a monitor now, waits for its check, and shows what it found. Ctrl-C cancels the check, which then leaves nothing behind.",
            "",
            "Without a window it looks at what came since the last check.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every number is within its limits, or there was nothing to compute one from.",
            "1:A number is outside of its limits.",
            "2:Wrong options, a server that refuses, or a check that failed.",
            "130:Ended by Ctrl-C; the check was cancelled."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline monitor run drift_v2",
            "  plumbline monitor run credit-risk/quality --from 2026-11-01T00:00:00Z --until 2026-11-08T00:00:00Z"
        })
final class RunMonitorCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final MonitorChoice choice = new MonitorChoice();

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final ListingOption listing = new ListingOption();

    @Option(names = "--from", paramLabel = "TIME", description = "The earliest event time to look at; with --until.")
    private @Nullable Instant from;

    @Option(names = "--until", paramLabel = "TIME", description = "The event time before which to look; with --from.")
    private @Nullable Instant until;

    RunMonitorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        ObjectNode request = request();
        MonitorApi api = MonitorApi.open(server, surroundings);
        JsonNode monitor = choice.in(api);
        JsonNode started = api.start(monitor.path("id").asString(), request);
        JsonNode check = new Work(surroundings)
                .with(spec.commandLine().getErr(), (Progress progress) -> api.follow(started, progress));
        CheckView found = CheckView.of(monitor, RunningTask.finished("check", check), api);
        listing.show(found, spec.commandLine().getOut(), surroundings);
        return found.breaches() > 0 ? ExitCode.DRIFT : ExitCode.OK;
    }

    private ObjectNode request() {
        ObjectNode request = JsonMapper.shared().createObjectNode();
        if ((from == null) != (until == null)) {
            throw new RefusedException("--from and --until are needed together.");
        }
        if (from != null && until != null) {
            request.putObject("window").put("from", from.toString()).put("until", until.toString());
        }
        return request;
    }
}
