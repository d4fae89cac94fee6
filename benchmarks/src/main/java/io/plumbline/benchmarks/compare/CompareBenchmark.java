package io.plumbline.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code plumbline compare} as a whole process, in turn with DuckDB alone reading the same files, on generated data. Prints medians and
 * the ratio, so that a claim holds on whatever machine it is run.
 */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Measures plumbline compare beside DuckDB's own reading.")
public final class CompareBenchmark implements Callable<Integer> {
    @Option(
            names = "--rows",
            defaultValue = "300000",
            description = "Rows of the reference (default: ${DEFAULT-VALUE}).")
    private long rows;

    @Option(
            names = "--current-rows",
            defaultValue = "30000",
            description = "Rows of the current data (default: ${DEFAULT-VALUE}).")
    private long currentRows;

    @Option(names = "--columns", defaultValue = "100", description = "Columns of each (default: ${DEFAULT-VALUE}).")
    private int columns;

    @Option(
            names = "--file-format",
            defaultValue = "parquet",
            description = "parquet or csv (default: ${DEFAULT-VALUE}).")
    private String format = "parquet";

    @Option(names = "--runs", defaultValue = "5", description = "Runs of each (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--threads",
            defaultValue = "0",
            description = "Threads of each; 0 for all cores (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--dir",
            defaultValue = "target/compare-benchmark",
            description = "Where to put the data (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("target/compare-benchmark");

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CompareBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        int workers = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        Path reference = data("reference", rows, "random() * 1000 + ");
        Path current = data("current", currentRows, "random() * 1050 + ");
        List<MeasuredProcess> reading = new ArrayList<>();
        List<MeasuredProcess> comparing = new ArrayList<>();
        for (int run = 0; run <= runs; run++) {
            reading.add(MeasuredProcess.run(
                    ReadAlone.class.getName(),
                    List.of(Integer.toString(workers), reference.toString(), current.toString())));
            comparing.add(MeasuredProcess.run(
                    "io.plumbline.server.PlumblineCommand",
                    List.of(
                            "compare",
                            reference.toString(),
                            current.toString(),
                            "--format",
                            "json",
                            "--threads",
                            Integer.toString(workers))));
        }
        print(workers, withoutWarmUp(reading), withoutWarmUp(comparing));
        return 0;
    }

    private static List<MeasuredProcess> withoutWarmUp(List<MeasuredProcess> all) {
        return all.subList(1, all.size());
    }

    private Path data(String name, long rowCount, String expression) throws IOException, SQLException {
        Path file = folder.resolve(name + "-" + rowCount + "x" + columns + "." + format)
                .toAbsolutePath();
        if (Files.exists(file)) {
            return file;
        }
        Files.createDirectories(folder);
        List<String> selected = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            selected.add("round(" + expression + column + ", 4) AS c" + column);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '4GB'");
            statement.execute("SELECT setseed(0.5)");
            statement.execute(
                    "COPY (SELECT " + String.join(", ", selected) + " FROM range(" + rowCount + ")) TO '" + file + "'");
        }
        return file;
    }

    private void print(int workers, List<MeasuredProcess> reading, List<MeasuredProcess> comparing) {
        double values = (double) (rows + currentRows) * columns;
        double read = median(reading, MeasuredProcess::seconds);
        double compared = median(comparing, MeasuredProcess::seconds);
        System.out.printf(
                "%s, %,d + %,d rows x %,d columns, %d threads, %d runs, medians%n",
                format, rows, currentRows, columns, workers, runs);
        System.out.printf("%-28s %12s %14s %12s %16s%n", "", "seconds", "processor s", "peak MB", "M values/s");
        line("DuckDB alone reads", reading, values);
        line("plumbline compare", comparing, values);
        System.out.printf(
                "compare / DuckDB alone: %.2f; beyond reading: %.2f of the reading time%n",
                compared / read, (compared - read) / read);
    }

    private static void line(String name, List<MeasuredProcess> measured, double values) {
        double seconds = median(measured, MeasuredProcess::seconds);
        System.out.printf(
                "%-28s %12.2f %14.2f %12.0f %16.1f%n",
                name,
                seconds,
                median(measured, MeasuredProcess::processorSeconds),
                median(measured, MeasuredProcess::peakMegabytes),
                values / seconds / 1e6);
    }

    private static double median(List<MeasuredProcess> measured, ToDoubleFunction<MeasuredProcess> figure) {
        List<MeasuredProcess> sorted =
                measured.stream().sorted(Comparator.comparingDouble(figure)).toList();
        return figure.applyAsDouble(sorted.get(sorted.size() / 2));
    }
}
