package io.plumbline.benchmarks.monitors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What monitoring costs on this machine. */
@Command(
        name = "benchmarks/run monitors",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Measures scheduled monitors without new data, and labels joined to predictions beside DuckDB alone.")
public final class MonitorsBenchmark implements Callable<Integer> {
    @Option(names = "--monitors", defaultValue = "1000", description = "Monitors on an hourly schedule.")
    private int monitors;

    @Option(names = "--labels", defaultValue = "1000000", description = "Labels that are joined.")
    private int labels;

    @Option(names = "--predictions", defaultValue = "10000000", description = "Predictions that they are joined to.")
    private int predictions;

    @Option(names = "--dir", defaultValue = "${sys:plumbline.benchmarks.data}", description = "Where to put the data.")
    private Path folder = Path.of("");

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MonitorsBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        Path place = Files.createTempDirectory(folder.toAbsolutePath(), "monitors");
        try (IdleMonitors idle = IdleMonitors.in(Files.createDirectory(place.resolve("idle")), monitors)) {
            idle.run();
        }
        new LabelJoin(Files.createDirectory(place.resolve("join")), labels, predictions).run();
        return 0;
    }
}
