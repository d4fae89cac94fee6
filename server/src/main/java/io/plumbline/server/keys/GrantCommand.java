package io.plumbline.server.keys;

import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Role;
import io.plumbline.server.command.ExitCode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a user a role. */
@Command(
        name = "grant",
        description = {"Gives a user a role, in place of the one the user has there.", ""},
        footer = {"", "Examples:", "  plumbline users grant ann editor"})
final class GrantCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final ConsoleOptions console;

    @Parameters(index = "0", paramLabel = "NAME", description = "The user's name.")
    @SuppressWarnings("NullAway.Init") // picocli sets it or refuses
    private String name;

    @Parameters(index = "1", paramLabel = "ROLE", description = "viewer, editor or admin.")
    @SuppressWarnings("NullAway.Init") // picocli sets it or refuses
    private Role role;

    @Option(names = "--project", paramLabel = "ID", description = "Give the role in this project only.")
    private @Nullable String project;

    GrantCommand(ConsoleOptions console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Grant grant = Grants.of(role, project);
        console.work(opened -> {
            List<Grant> grants = opened.accounts().grant(opened.administrator(), name, grant);
            spec.commandLine().getOut().println(name + " is " + Grants.text(grants) + " now.");
        });
        return ExitCode.OK;
    }
}
