package io.plumbline.benchmarks.server;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long {@code plumbline demo} takes to the first answer, with all of its days in it. */
@Command(
        name = "benchmarks/run demo",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures plumbline demo to the first answer, with all of its days in it.")
public final class DemoBenchmark implements Callable<Integer> {
    @Option(names = "--runs", defaultValue = "5", description = "How many demos are made.")
    private int runs;

    @Option(names = "--dir", defaultValue = "${sys:plumbline.benchmarks.data}", description = "Where to put the data.")
    private Path folder = Path.of("");

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DemoBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path place = Files.createTempDirectory(folder.toAbsolutePath(), "demo");
        List<StartResult> demos = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            demos.add(made(place.resolve("demo-" + run)));
        }
        StartResult.print("of a demo", demos);
        System.out.printf(
                "load %.1f on %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        return 0;
    }

    private static StartResult made(Path demo) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (RunningServer server = RunningServer.startDemo(demo)) {
            HttpURLConnection connection = (HttpURLConnection)
                    server.address().resolve("/health").toURL().openConnection();
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IllegalStateException("/health answers " + connection.getResponseCode());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new StartResult(seconds, server.processorSeconds(), server.residentMegabytes());
        }
    }
}
