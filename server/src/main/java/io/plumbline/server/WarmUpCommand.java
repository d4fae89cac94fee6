package io.plumbline.server;

import io.plumbline.server.command.ExitCode;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.config.Setting;
import io.plumbline.server.config.Settings;
import io.plumbline.server.serve.Announcements;
import io.plumbline.server.serve.Server;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Does what users do first: compares data, and starts a server that is asked a few things. A Java that watches learns which classes and methods
 * later starts will need.
 */
@Command(name = "warm-up", hidden = true, description = "Does what users do first, for the build of quicker starts.")
final class WarmUpCommand implements Callable<Integer> {
    private static final List<String> PATHS = List.of("/health", "/ready", "/metrics", "/v2/data_marts");

    private final Supplier<CommandLine> commands;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "A folder for what comes of it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it or refuses
    private Path folder;

    WarmUpCommand(Supplier<CommandLine> commands) {
        this.commands = commands;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        int compared = commands.get()
                .setOut(out)
                .execute("demo", "--dir", folder.resolve("demo").toString());
        if (compared != ExitCode.OK) {
            return compared;
        }
        Map<Setting, String> settings =
                Map.of(Setting.PORT, "0", Setting.DATA, folder.resolve("data").toString(), Setting.ACCESS_LOG, "");
        Configuration configuration = Configuration.of(Settings.of(settings, Map.of(), Optional.empty()));
        try (Server server = Server.start(configuration, new Announcements(out))) {
            ask(server);
        }
        return ExitCode.OK;
    }

    private static void ask(Server server) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : PATHS) {
                URI address = URI.create("http://127.0.0.1:" + server.port() + path);
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
            }
        }
    }
}
