package io.plumbline.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Files of random numbers, evenly distributed with four decimals, the same at each run. Written row group by row group, so that memory
 * stays bounded, and deleted at the end unless they are to be kept for the next run.
 */
final class GeneratedData implements AutoCloseable {
    private static final double BYTES_A_VALUE = 10;
    private static final long MEMORY_BYTES = 4L << 30;

    private final Path folder;
    private final String format;
    private final boolean kept;
    private final Set<Path> files = new LinkedHashSet<>();

    GeneratedData(Path folder, String format, boolean kept) {
        this.folder = folder.toAbsolutePath();
        this.format = format;
        this.kept = kept;
    }

    /** A file of so many rows and columns; of numbers between 0 and {@code extent}, and one more from column to column. */
    Path file(String name, long rows, int columns, int extent) throws IOException, SQLException {
        Path file = folder.resolve(name + "-" + rows + "x" + columns + "." + format);
        files.add(file);
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            requireSpace(rows * columns * BYTES_A_VALUE);
            write(file, rows, selected(columns, extent), rowGroup(columns));
        }
        return file;
    }

    private void requireSpace(double bytes) throws IOException {
        long usable = Files.getFileStore(folder).getUsableSpace();
        if (usable < bytes) {
            throw new IOException(String.format(
                    "%s has %.0f GB left, and the data may take %.0f GB", folder, usable / 1e9, bytes / 1e9));
        }
    }

    private static List<String> selected(int columns, int extent) {
        return IntStream.range(0, columns)
                .mapToObj(column -> "round(random() * " + extent + " + " + column + ", 4) AS c" + column)
                .toList();
    }

    /** DuckDB's own size, or fewer rows where a group of each thread would not fit. */
    private static long rowGroup(int columns) {
        return Math.clamp(MEMORY_BYTES / 8 / columns / 4, 2_048, 122_880);
    }

    private void write(Path file, long rows, List<String> selected, long rowGroup) throws IOException, SQLException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        String options = format.equals("parquet") ? "FORMAT parquet, ROW_GROUP_SIZE " + rowGroup : "FORMAT csv";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '" + 2 * MEMORY_BYTES + "B'");
            statement.execute("SET temp_directory = '" + folder + "'");
            statement.execute("SET preserve_insertion_order = false");
            statement.execute("SELECT setseed(0.5)");
            statement.execute("COPY (SELECT " + String.join(", ", selected) + " FROM range(" + rows + ")) TO '"
                    + unfinished + "' (" + options + ")");
            Files.move(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** What all files take, in megabytes. */
    double megabytes() {
        return files.stream().collect(Collectors.summingLong(GeneratedData::size)) / 1e6;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Path file : kept ? List.<Path>of() : new ArrayList<>(files)) {
            Files.deleteIfExists(file);
        }
    }
}
