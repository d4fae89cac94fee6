package io.plumbline.server.monitors;

import io.plumbline.server.command.ExitCode;
import io.plumbline.server.command.ListingOption;
import io.plumbline.server.command.Surroundings;
import io.plumbline.server.remote.ServerOptions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Lists monitors. */
@Command(
        name = "list",
        description = {
            "Lists monitors: what each watches, whether it is ok, and how many incidents are open.",
            "",
            "States: alert where an incident is open, failed where the newest check failed, no_data where nothing has been measured yet, ok.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline monitor list",
            "  plumbline monitor list --model credit-risk --format json"
        })
final class ListMonitorsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final ListingOption listing = new ListingOption();

    @Option(names = "--model", paramLabel = "MODEL", description = "Only those of the model of this name or id.")
    private @Nullable String model;

    ListMonitorsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        MonitorApi api = MonitorApi.open(server, surroundings);
        List<JsonNode> wanted = api.list().stream().filter(this::isWanted).toList();
        listing.show(new MonitorList(wanted), spec.commandLine().getOut(), surroundings);
        return ExitCode.OK;
    }

    private boolean isWanted(JsonNode monitor) {
        JsonNode watched = monitor.path("model");
        return model == null
                || model.equals(watched.path("name").asString(""))
                || model.equals(watched.path("id").asString());
    }
}
