package io.plumbline.benchmarks.monitors;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** DuckDB alone counting all values of many columns over ten bins, which is what a drift check would have to do without profiles. */
final class ReadAgain {
    private static final int FILE_ROWS = 100_000;

    private final Path folder;
    private final int columns;

    ReadAgain(Path folder, int columns) {
        this.folder = folder;
        this.columns = columns;
    }

    /** One file is read as often as makes so many rows. */
    void run(long rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            String file = "'" + folder.resolve("rows.parquet") + "'";
            statement.execute("COPY (SELECT " + each("random() AS c%d") + " FROM range(" + FILE_ROWS + ")) TO " + file
                    + " (FORMAT parquet)");
            int times = (int) Math.max(1, rows / FILE_ROWS);
            String files = String.join(", ", Collections.nCopies(times, file));
            String bins = "[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]";
            long start = System.nanoTime();
            statement.execute("SELECT " + each("histogram(c%d, " + bins + ")") + " FROM read_parquet([" + files + "])");
            System.out.printf(
                    Locale.ROOT,
                    "DuckDB alone counting %,d columns of %,d rows: %.1f s%n",
                    columns,
                    (long) times * FILE_ROWS,
                    (System.nanoTime() - start) / 1e9);
        }
    }

    private String each(String pattern) {
        return IntStream.range(0, columns)
                .mapToObj(i -> String.format(Locale.ROOT, pattern, i))
                .collect(Collectors.joining(", "));
    }
}
