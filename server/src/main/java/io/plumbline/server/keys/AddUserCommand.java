package io.plumbline.server.keys;

import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Role;
import io.plumbline.server.command.ExitCode;
import io.plumbline.server.output.RefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a user. */
@Command(
        name = "add",
        description = {
            "Adds a user. Without a password the user calls by API keys, which 'plumbline keys create --user NAME' makes.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline users add ann",
            "  plumbline users add ann --role editor --password-file password.txt"
        })
final class AddUserCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final ConsoleOptions console;

    @Parameters(index = "0", paramLabel = "NAME", description = "The user's name.")
    @SuppressWarnings("NullAway.Init") // picocli sets it or refuses
    private String name;

    @Option(names = "--role", paramLabel = "ROLE", description = "viewer, editor or admin. Default: viewer.")
    private Role role = Role.VIEWER;

    @Option(names = "--project", paramLabel = "ID", description = "Give the role in this project only.")
    private @Nullable String project;

    @Option(names = "--password-file", paramLabel = "FILE", description = "A file whose first line is the password.")
    private @Nullable Path passwordFile;

    AddUserCommand(ConsoleOptions console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Grant grant = Grants.of(role, project);
        Optional<String> password = Optional.ofNullable(passwordFile).map(AddUserCommand::firstLine);
        console.work(opened -> {
            opened.accounts().add(opened.administrator(), name, password, List.of(grant));
            spec.commandLine().getOut().println(name + " was added as " + Grants.text(List.of(grant)) + ".");
        });
        return ExitCode.OK;
    }

    private static String firstLine(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return Objects.requireNonNullElse(reader.readLine(), "");
        } catch (NoSuchFileException e) {
            throw new RefusedException("The password file '" + file + "' does not exist.", e);
        } catch (IOException e) {
            throw new RefusedException("The password file '" + file + "' cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
