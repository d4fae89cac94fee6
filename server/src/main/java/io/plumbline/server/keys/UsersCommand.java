package io.plumbline.server.keys;

import io.plumbline.server.command.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Manages users. */
@Command(
        name = "users",
        description = {
            "Adds and lists the users of a server, and says what they may do.",
            "",
            "It works on the server's database, as 'plumbline keys' does.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  plumbline users add ann --role editor",
            "  plumbline users list",
            "  plumbline users grant ann viewer"
        })
public final class UsersCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private UsersCommand() {}

    /** The command with its subcommands. */
    public static CommandLine commandLine(Console.Opening opening, Surroundings surroundings) {
        return new CommandLine(new UsersCommand())
                .addSubcommand(new AddUserCommand(new ConsoleOptions(opening, surroundings)))
                .addSubcommand(new ListUsersCommand(new ConsoleOptions(opening, surroundings), surroundings))
                .addSubcommand(new GrantCommand(new ConsoleOptions(opening, surroundings)));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is needed: add, list or grant.");
    }
}
