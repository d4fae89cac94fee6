package io.plumbline.server.credit;

import io.plumbline.domain.identity.KeySecrets;
import io.plumbline.server.command.ExitCode;
import io.plumbline.server.command.Surroundings;
import io.plumbline.server.command.Work;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.config.Setting;
import io.plumbline.server.config.Settings;
import io.plumbline.server.demo.CreditDays;
import io.plumbline.server.output.RefusedException;
import io.plumbline.server.serve.Announcements;
import io.plumbline.server.serve.Server;
import io.plumbline.server.serve.ServerLog;
import io.plumbline.server.serve.Shutdown;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a server that watches a generated credit model which goes wrong on known days. */
@Command(
        name = "demo",
        description = {
            "Runs a server on this machine alone that has watched a generated credit model for sixty days, tells what its monitors "
                    + "found on which day, and which calls to look at it with. Until Ctrl-C.",
            "",
            "'plumbline demo files' instead writes two files, compares them, and makes a report.",
            ""
        },
        footer = {"", "Examples:", "  plumbline demo", "  plumbline demo --port 9000 --reset", "  plumbline demo files"
        })
public final class DemoCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 365;
    private static final long SEED = 20_251_101;

    private final Surroundings surroundings;
    private final InstantSource clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--days", paramLabel = "N", description = "How many days have passed, 20 to 365. Default: 60.")
    private int days = 60;

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on; 0 for any. Default: 8080.")
    private int port = 8080;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder to write to. Default: plumbline-demo in the current folder.")
    private Path folder = Path.of("plumbline-demo");

    @Option(names = "--reset", description = "Forget what an earlier demo left, and begin anew.")
    private boolean reset;

    /** A command in these surroundings; the demo's last day is yesterday by this clock. */
    public DemoCommand(Surroundings surroundings, InstantSource clock) {
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** Returns only where the server does not start; a running one ends with the program. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        if (days < CreditDays.FEWEST || days > MOST_DAYS) {
            throw new RefusedException(
                    "--days needs a number from " + CreditDays.FEWEST + " to " + MOST_DAYS + ", not " + days + ".");
        }
        ServerLog.configure();
        DemoData data = DemoData.open(folder, reset);
        String key = KeySecrets.next(new SecureRandom());
        Configuration configuration = configuration(data.path(), key);
        Findings findings = findings(data, configuration);
        PrintWriter out = spec.commandLine().getOut();
        Server server = Server.start(configuration, new Announcements(out));
        Shutdown.prepare(server, configuration.drainTime(), spec.commandLine().getErr());
        findings.show(out, surroundings.terminal().emphasis());
        showCalls(out, server.port(), key);
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }

    private Configuration configuration(Path data, String key) {
        return Configuration.of(Settings.of(
                Map.of(
                        Setting.PORT,
                        Integer.toString(port),
                        Setting.DATA,
                        data.toString(),
                        Setting.ADMIN_KEY,
                        key,
                        Setting.ACCESS_LOG,
                        ""),
                Map.of(),
                Optional.empty()));
    }

    private Findings findings(DemoData data, Configuration configuration) throws IOException {
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        CreditDays fresh = new CreditDays(SEED, today.minusDays(days), days);
        Optional<CreditDays> earlier = data.days(SEED);
        return new Work(surroundings).with(spec.commandLine().getErr(), progress -> {
            Findings found = earlier.isPresent()
                    ? Findings.kept(configuration, earlier.get(), clock.instant())
                    : Findings.ofRun(configuration, fresh, progress);
            data.keep(earlier.orElse(fresh));
            return found;
        });
    }

    private static void showCalls(PrintWriter out, int port, String key) {
        String address = "http://127.0.0.1:" + port;
        out.println();
        out.println("To look at it (the key holds until the demo starts again):");
        out.println("  export KEY=" + key);
        out.println("  curl -H \"Authorization: Bearer $KEY\" " + address + "/api/v1/datasets");
        out.println("  " + address + "/docs/native");
        out.flush();
    }
}
