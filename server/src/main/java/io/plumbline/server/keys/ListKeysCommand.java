package io.plumbline.server.keys;

import io.plumbline.server.command.ExitCode;
import io.plumbline.server.command.ListingOption;
import io.plumbline.server.command.Surroundings;
import io.plumbline.server.output.Listing;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists API keys. */
@Command(
        name = "list",
        description = {"Lists the API keys of all users, without their secrets, which are not kept.", ""},
        footer = {"", "Examples:", "  plumbline keys list", "  plumbline keys list --format json"})
final class ListKeysCommand implements Callable<Integer> {
    private static final List<String> TITLES = List.of("id", "user", "name", "created at", "expires at");

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final ConsoleOptions console;

    @Mixin
    private final ListingOption listing = new ListingOption();

    ListKeysCommand(ConsoleOptions console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        console.work(opened -> listing.show(
                new Listing(
                        TITLES,
                        opened.allKeys().stream().map(ListKeysCommand::row).toList()),
                spec.commandLine().getOut(),
                surroundings));
        return ExitCode.OK;
    }

    private static List<String> row(Console.OwnedKey owned) {
        return List.of(
                owned.key().id().toString(),
                owned.user().name(),
                owned.key().name(),
                owned.key().createdAt().toString(),
                owned.key().expiresAt().map(Instant::toString).orElse("never"));
    }
}
