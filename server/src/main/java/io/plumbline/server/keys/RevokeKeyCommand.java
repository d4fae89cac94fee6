package io.plumbline.server.keys;

import io.plumbline.server.command.ExitCode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends an API key. */
@Command(
        name = "revoke",
        description = {"Ends an API key at once. Tokens that were given for it live on until their end.", ""},
        footer = {"", "Examples:", "  plumbline keys revoke 6920b3f1c0ffee0123456789"})
final class RevokeKeyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final ConsoleOptions console;

    @Parameters(index = "0", paramLabel = "ID", description = "The key's id, as 'plumbline keys list' shows it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it or refuses
    private String id;

    RevokeKeyCommand(ConsoleOptions console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        console.work(this::revoke);
        return ExitCode.OK;
    }

    private void revoke(Console opened) {
        Console.OwnedKey owned = opened.key(id);
        opened.keys()
                .revoke(opened.administrator(), owned.user().id(), owned.key().id());
        spec.commandLine()
                .getOut()
                .println("The key " + id + " of " + owned.user().name() + " works no more.");
    }
}
