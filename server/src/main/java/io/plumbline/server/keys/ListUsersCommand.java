package io.plumbline.server.keys;

import io.plumbline.domain.account.Accounts.Account;
import io.plumbline.server.command.ExitCode;
import io.plumbline.server.command.ListingOption;
import io.plumbline.server.command.Surroundings;
import io.plumbline.server.output.Listing;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists users. */
@Command(
        name = "list",
        description = {"Lists all users with their roles.", ""},
        footer = {"", "Examples:", "  plumbline users list", "  plumbline users list --format json"})
final class ListUsersCommand implements Callable<Integer> {
    private static final List<String> TITLES = List.of("id", "name", "roles", "password", "created at");

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final ConsoleOptions console;

    @Mixin
    private final ListingOption listing = new ListingOption();

    ListUsersCommand(ConsoleOptions console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        console.work(opened -> listing.show(
                new Listing(
                        TITLES,
                        opened.accounts().list(opened.administrator()).stream()
                                .map(ListUsersCommand::row)
                                .toList()),
                spec.commandLine().getOut(),
                surroundings));
        return ExitCode.OK;
    }

    private static List<String> row(Account account) {
        return List.of(
                account.user().id().toString(),
                account.user().name(),
                Grants.text(account.grants()),
                account.user().passwordHash().isPresent() ? "yes" : "no",
                account.user().createdAt().toString());
    }
}
