package io.plumbline.server.keys;

import io.plumbline.domain.account.ApiKeys;
import io.plumbline.domain.account.FirstStart;
import io.plumbline.domain.identity.User;
import io.plumbline.server.command.ExitCode;
import io.plumbline.server.config.Quantities;
import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes an API key. */
@Command(
        name = "create",
        description = {"Makes an API key and prints it; it cannot be shown again.", ""},
        footer = {
            "",
            "Examples:",
            "  plumbline keys create",
            "  plumbline keys create --user ann --name ci --expires 90d"
        })
final class CreateKeyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final ConsoleOptions console;

    @Option(names = "--user", paramLabel = "NAME", description = "Whom it stands for. Default: admin.")
    private String user = FirstStart.ADMINISTRATOR;

    @Option(names = "--name", paramLabel = "NAME", description = "What it is called in lists.")
    private String name = "";

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            description = "After how long it ends to work, such as 12h or 90d. Default: never.")
    private @Nullable String expires;

    CreateKeyCommand(ConsoleOptions console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Duration> lifetime = Optional.ofNullable(expires).map(CreateKeyCommand::time);
        console.work(opened -> create(opened, lifetime));
        return ExitCode.OK;
    }

    private void create(Console opened, Optional<Duration> lifetime) {
        User owner = opened.accounts().named(opened.administrator(), user);
        Optional<Instant> end = lifetime.map(opened.clock().instant()::plus);
        ApiKeys.Made made = opened.keys().create(opened.administrator(), owner.id(), name, end);
        spec.commandLine().getOut().println(made.secret());
        spec.commandLine()
                .getErr()
                .println("The key " + made.key().id() + " of " + user + " was made. Keep it: it is not shown again.");
    }

    private static Duration time(String text) {
        return Quantities.time(text)
                .orElseThrow(
                        () -> new RefusedException("--expires needs a time such as 12h or 90d, not '" + text + "'."));
    }
}
