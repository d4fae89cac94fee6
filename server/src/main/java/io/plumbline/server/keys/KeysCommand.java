package io.plumbline.server.keys;

import io.plumbline.server.command.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Manages API keys. */
@Command(
        name = "keys",
        description = {
            "Creates, lists and revokes API keys of a server.",
            "",
            "It works on the server's database, whether the server runs or not: on that in the data folder, or on the one "
                    + "that --database names.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  plumbline keys create --name laptop --expires 90d",
            "  plumbline keys create --user ann --data /srv/plumbline",
            "  plumbline keys list",
            "  plumbline keys revoke 6920b3f1c0ffee0123456789"
        })
public final class KeysCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private KeysCommand() {}

    /** The command with its subcommands. */
    public static CommandLine commandLine(Console.Opening opening, Surroundings surroundings) {
        return new CommandLine(new KeysCommand())
                .addSubcommand(new CreateKeyCommand(new ConsoleOptions(opening, surroundings)))
                .addSubcommand(new ListKeysCommand(new ConsoleOptions(opening, surroundings), surroundings))
                .addSubcommand(new RevokeKeyCommand(new ConsoleOptions(opening, surroundings)));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is needed: create, list or revoke.");
    }
}
