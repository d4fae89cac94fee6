package io.plumbline.server.monitors;

import io.plumbline.server.command.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks after the monitors of a running server. */
@Command(
        name = "monitor",
        description = {"Lists the monitors of a running server, shows how one is, and runs one now.", ""},
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  plumbline monitor list --server http://host:8080 --key pk_...",
            "  PLUMBLINE_KEY=pk_... plumbline monitor show drift_v2",
            "  PLUMBLINE_KEY=pk_... plumbline monitor run credit-risk/quality"
        })
public final class MonitorCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private MonitorCommand() {}

    /** The command with its subcommands. */
    public static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new MonitorCommand())
                .addSubcommand(new ListMonitorsCommand(surroundings))
                .addSubcommand(new ShowMonitorCommand(surroundings))
                .addSubcommand(new RunMonitorCommand(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is needed: list, show or run.");
    }
}
