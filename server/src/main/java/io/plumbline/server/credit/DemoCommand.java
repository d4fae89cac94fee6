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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
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
    private static final int USUAL_DAYS = 60;
    private static final long SEED = 20_251_101;
    /** The variable in which the launcher says how it was called. */
    private static final String PROGRAM = "PLUMBLINE_PROGRAM";

    private final Surroundings surroundings;
    private final InstantSource clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--days", paramLabel = "N", description = "How many days have passed, 20 to 365. Default: 60.")
    private @Nullable Integer days;

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
        requireSense();
        ServerLog.configure();
        DemoData data = DemoData.open(folder, reset);
        String key = KeySecrets.next(new SecureRandom());
        Configuration configuration = configuration(data.path(), key);
        Findings findings = findings(data, configuration);
        PrintWriter out = spec.commandLine().getOut();
        Server server = Server.start(configuration, new Announcements(out));
        Shutdown.prepare(server, configuration.drainTime(), spec.commandLine().getErr());
        findings.show(out, surroundings.terminal().emphasis());
        String program = surroundings.environment().getOrDefault(PROGRAM, "plumbline");
        new DemoCalls(program, server.port(), key).show(out, findings.places());
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }

    /** Whoever waited until all days have passed does not want to hear only then that the port is taken. */
    private void requireSense() {
        if (days != null && (days < CreditDays.FEWEST || days > MOST_DAYS)) {
            throw new RefusedException(
                    "--days needs a number from " + CreditDays.FEWEST + " to " + MOST_DAYS + ", not " + days + ".");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedException("The port " + port + " cannot be listened on; name another by --port.", e);
        }
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
        Optional<CreditDays> earlier = data.days(SEED);
        if (earlier.isPresent()) {
            return takenUp(earlier.get(), configuration);
        }
        int count = Objects.requireNonNullElse(days, USUAL_DAYS);
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        CreditDays fresh = new CreditDays(SEED, today.minusDays(count), count);
        return new Work(surroundings).with(spec.commandLine().getErr(), progress -> {
            Findings found = Findings.ofRun(configuration, fresh, progress);
            data.keep(fresh);
            return found;
        });
    }

    private Findings takenUp(CreditDays earlier, Configuration configuration) {
        String kept = "In " + folder + " are the " + earlier.count() + " days of an earlier demo, from "
                + earlier.firstDay() + " on";
        if (days != null && days != earlier.count()) {
            throw new RefusedException(kept + ": begin anew by --reset, or leave out --days.");
        }
        spec.commandLine().getOut().println(kept + "; --reset begins anew.");
        return Findings.kept(configuration, earlier, clock.instant());
    }
}
