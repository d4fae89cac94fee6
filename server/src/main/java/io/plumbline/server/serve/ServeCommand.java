package io.plumbline.server.serve;

import io.plumbline.server.command.Surroundings;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.config.SettingOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the server. */
@Command(
        name = "serve",
        description = {
            "Runs the server until it is stopped by Ctrl-C or a signal; then requests that are under way finish first.",
            "",
            "At its first start it makes the user 'admin' and prints an API key for it, once. Every setting is also read from "
                    + "the environment and from a file; 'plumbline config' lists them.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline serve",
            "  plumbline serve --port 9000 --data /srv/plumbline",
            "  PLUMBLINE_ADMIN_KEY=... plumbline serve --bind 0.0.0.0 --database jdbc:postgresql://db/plumbline"
        })
public final class ServeCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final HeadStart headStart;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final SettingOptions options = SettingOptions.all();

    /**
     * A command that takes settings from there.
     *
     * @param headStart is waited for before the server starts
     */
    public ServeCommand(Surroundings surroundings, HeadStart headStart) {
        this.surroundings = surroundings;
        this.headStart = headStart;
    }

    /** Returns only where the server does not start; a running one ends with the program. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        ServerLog.configure();
        Configuration configuration = Configuration.of(options.read(surroundings.environment()));
        headStart.await();
        Server server =
                Server.start(configuration, new Announcements(spec.commandLine().getOut()));
        Shutdown.prepare(server, configuration.drainTime(), spec.commandLine().getErr());
        new CountDownLatch(1).await();
        throw new IllegalStateException("nobody counts this down");
    }
}
