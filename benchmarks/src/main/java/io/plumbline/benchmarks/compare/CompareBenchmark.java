package io.plumbline.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code plumbline compare} as a whole process, in turn with DuckDB alone reading the same files, on generated data. Both are also run
 * on files of few rows, so that what starting takes can be told from what each value takes. Prints medians and ratios, so that a claim
 * holds on whatever machine it is run.
 */
@Command(
        name = "benchmarks/run compare",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures plumbline compare beside DuckDB's own reading of the same files.")
public final class CompareBenchmark implements Callable<Integer> {
    private static final long FEW_ROWS = 100;

    @Option(names = "--rows", defaultValue = "300000", description = "Rows of the reference.")
    private long rows;

    @Option(names = "--current-rows", defaultValue = "30000", description = "Rows of the current data.")
    private long currentRows;

    @Option(names = "--columns", defaultValue = "100", description = "Columns of each.")
    private int columns;

    @Option(names = "--file-format", defaultValue = "parquet", description = "parquet or csv.")
    private String format = "parquet";

    @Option(names = "--runs", defaultValue = "5", description = "Runs of each, after one that does not count.")
    private int runs;

    @Option(
            names = "--starts",
            defaultValue = "CACHED",
            description =
                    "PLAIN: both with the same options of the JVM. CACHED: compare by the launcher that users have, and"
                            + " DuckDB's program with a cache that was made for it.")
    private Starts starts = Starts.PLAIN;

    @Option(names = "--threads", defaultValue = "0", description = "Threads of each; 0 for all processors.")
    private int threads;

    @Option(names = "--dir", defaultValue = "${sys:plumbline.benchmarks.data}", description = "Where to put the data.")
    private Path folder = Path.of("");

    @Option(names = "--keep", description = "Keep the data for another run.")
    private boolean kept;

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CompareBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        try (GeneratedData data = new GeneratedData(folder, format, kept)) {
            SideBySide few = sideBySide(data, FEW_ROWS, FEW_ROWS);
            SideBySide all = sideBySide(data, rows, currentRows);
            System.out.printf(
                    "%s, %.0f MB, %d threads, starts %s, medians of %d runs%n",
                    format, data.megabytes(), workers(), starts, runs);
            few.run(runs);
            all.run(runs);
            few.print();
            all.print();
            all.printRatios(few);
        } finally {
            Files.deleteIfExists(cache());
        }
        return 0;
    }

    private SideBySide sideBySide(GeneratedData data, long referenceRows, long otherRows)
            throws IOException, SQLException {
        return new SideBySide(
                starts,
                cache(),
                data.file("reference", referenceRows, columns, 1000),
                data.file("current", otherRows, columns, 1050),
                String.format("%,d + %,d rows x %,d columns", referenceRows, otherRows, columns),
                (double) (referenceRows + otherRows) * columns,
                workers());
    }

    private Path cache() {
        return folder.resolve("reading.aot");
    }

    private int workers() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
