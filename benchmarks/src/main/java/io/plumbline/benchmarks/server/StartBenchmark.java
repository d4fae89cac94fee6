package io.plumbline.benchmarks.server;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long {@code plumbline serve} takes to its first answer, and how much memory it has while nobody asks for anything. */
@Command(
        name = "benchmarks/run start",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures starts of plumbline serve to the first answer, and its memory while idle.")
public final class StartBenchmark implements Callable<Integer> {
    private static final Duration SETTLED = Duration.ofSeconds(3);

    /** Seconds between two looks at a server that nobody asks for anything. */
    private static final int LOOK = 35;

    @Option(names = "--runs", defaultValue = "10", description = "Starts of each kind.")
    private int runs;

    @Option(
            names = "--burst",
            defaultValue = "10",
            description =
                    "Seconds for which records are posted after the starts; 0 leaves it out, and the silence after it.")
    private int burst;

    @Option(names = "--idle", defaultValue = "130", description = "Seconds of silence after that.")
    private int idle;

    @Option(names = "--dir", defaultValue = "${sys:plumbline.benchmarks.data}", description = "Where to put the data.")
    private Path folder = Path.of("");

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StartBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Files.createDirectories(folder);
        Path place = Files.createTempDirectory(folder.toAbsolutePath(), "start");
        started(place.resolve("to-warm-the-disk"));
        List<StartResult> first = new ArrayList<>();
        List<StartResult> later = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Path data = place.resolve("run-" + run).resolve("data");
            first.add(started(data));
            later.add(started(data));
        }
        StartResult.print("on an empty folder", first);
        StartResult.print("on the same folder again", later);
        if (burst > 0) {
            measureBurst(place.resolve("burst").resolve("data"));
        }
        System.out.printf(
                "load %.1f on %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        return 0;
    }

    private static StartResult started(Path data) throws IOException, InterruptedException {
        Files.createDirectories(data);
        long start = System.nanoTime();
        try (RunningServer server = RunningServer.start(data)) {
            HttpURLConnection connection = (HttpURLConnection)
                    server.address().resolve("/health").toURL().openConnection();
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IllegalStateException("/health answers " + connection.getResponseCode());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double processor = server.processorSeconds();
            Thread.sleep(SETTLED);
            return new StartResult(seconds, processor, server.residentMegabytes());
        }
    }

    private void measureBurst(Path data) throws IOException, InterruptedException, ExecutionException {
        Files.createDirectories(data);
        try (RunningServer server = RunningServer.start(data);
                Api api = new Api(server.address(), server.adminKey())) {
            RegisteredModel model = RegisteredModel.register(api, "burst");
            IntakeResult result = new IntakeRun(server, api, model, BatchForm.DICT, 4).run(Duration.ofSeconds(burst));
            IntakeResult.printHead();
            result.print();
            System.out.printf("memory after the burst %d MB%n", server.residentMegabytes());
            observeSilence(server);
        }
    }

    private void observeSilence(RunningServer server) throws InterruptedException, IOException {
        for (int left = idle; left > 0; left -= LOOK) {
            int step = Math.min(left, LOOK);
            Thread.sleep(Duration.ofSeconds(step));
            System.out.printf("after %d s of silence %d MB%n", idle - left + step, server.residentMegabytes());
        }
    }
}
