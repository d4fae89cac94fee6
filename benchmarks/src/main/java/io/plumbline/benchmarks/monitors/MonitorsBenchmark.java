package io.plumbline.benchmarks.monitors;

import io.plumbline.benchmarks.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
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
                "Measures scheduled monitors without new data, a drift check from stored profiles beside DuckDB reading the rows, checks of quality after late labels, and labels joined to predictions beside DuckDB alone.")
public final class MonitorsBenchmark implements Callable<Integer> {
    @Option(names = "--monitors", defaultValue = "1000", description = "Monitors on an hourly schedule.")
    private int monitors;

    @Option(names = "--columns", defaultValue = "1000", description = "Columns whose drift is checked.")
    private int columns;

    @Option(
            names = "--rows",
            split = ",",
            defaultValue = "1000000,10000000,100000000",
            description = "Rows that their profiles are of.")
    private List<Long> rows = List.of();

    @Option(
            names = "--hours",
            split = ",",
            defaultValue = "1,24",
            description = "Hours of the windows whose drift is checked; each has profiles of so many rows.")
    private List<Integer> hours = List.of();

    @Option(names = "--rows-read", defaultValue = "1000000", description = "Rows that DuckDB reads instead.")
    private long rowsRead;

    @Option(
            names = "--scored",
            defaultValue = "10000000",
            description = "Predictions of thirty days whose quality is checked; every tenth has a label.")
    private int scored;

    @Option(names = "--labels", defaultValue = "10000000", description = "Labels that are joined.")
    private int labels;

    @Option(names = "--predictions", defaultValue = "100000000", description = "Predictions that they are joined to.")
    private int predictions;

    @Option(
            names = "--parts",
            split = ",",
            defaultValue = "IDLE,DRIFT,LATE,JOIN",
            description = "What to measure: ${COMPLETION-CANDIDATES}.")
    private List<Part> parts = List.of();

    @Option(names = "--dir", defaultValue = "${sys:plumbline.benchmarks.data}", description = "Where to put the data.")
    private Path folder = Path.of("");

    /** What can be measured. */
    enum Part {
        IDLE,
        DRIFT,
        LATE,
        JOIN
    }

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MonitorsBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        Path place = Files.createTempDirectory(folder.toAbsolutePath(), "monitors");
        try {
            for (Part part : parts) {
                run(part, Files.createDirectory(place.resolve(part.name())));
            }
        } finally {
            Folders.remove(place);
        }
        return 0;
    }

    private void run(Part part, Path place) throws IOException, InterruptedException, SQLException {
        switch (part) {
            case IDLE -> new IdleMonitors(place, monitors).run();
            case DRIFT -> {
                new DriftCheck(place, columns).run(rows, hours);
                new ReadAgain(place, columns).run(rowsRead);
            }
            case LATE -> new LateLabels(place, scored, scored / 10).run();
            case JOIN -> new LabelJoin(place, labels, predictions).run();
        }
    }
}
