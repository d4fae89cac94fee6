package io.plumbline.server.monitors;

import io.plumbline.server.command.ExitCode;
import io.plumbline.server.command.ListingOption;
import io.plumbline.server.command.Surroundings;
import io.plumbline.server.remote.ServerOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows a monitor. */
@Command(
        name = "show",
        description = {"Shows how a monitor is: its last check, its limits, and its open incidents.", ""},
        footer = {
            "",
            "Examples:",
            "  plumbline monitor show drift_v2",
            "  plumbline monitor show credit-risk/quality --format json"
        })
final class ShowMonitorCommand implements Callable<Integer> {
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

    ShowMonitorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        MonitorApi api = MonitorApi.open(server, surroundings);
        listing.show(new MonitorView(choice.in(api)), spec.commandLine().getOut(), surroundings);
        return ExitCode.OK;
    }
}
