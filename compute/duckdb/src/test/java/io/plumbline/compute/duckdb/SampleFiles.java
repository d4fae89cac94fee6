package io.plumbline.compute.duckdb;

import io.plumbline.compute.testkit.SampleColumn;
import io.plumbline.measures.column.ColumnType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes described columns as files. */
final class SampleFiles {
    private SampleFiles() {}

    static Path csv(Path folder, List<SampleColumn> columns) {
        String header = columns.stream().map(column -> csvText(column.name())).collect(Collectors.joining(","));
        return write(folder.resolve("sample.csv"), header + "\n" + rows(columns, row -> csvRow(columns, row)));
    }

    private static String csvRow(List<SampleColumn> columns, int row) {
        return columns.stream()
                .map(column -> csvValue(column.values().get(row)))
                .collect(Collectors.joining(","));
    }

    private static String csvValue(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof String text ? csvText(text) : plain(value);
    }

    private static String csvText(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String plain(Object value) {
        return value.toString().replace("Infinity", "inf");
    }

    static Path ndjson(Path folder, List<SampleColumn> columns) {
        return write(folder.resolve("sample.ndjson"), rows(columns, row -> jsonRow(columns, row)));
    }

    private static String jsonRow(List<SampleColumn> columns, int row) {
        return columns.stream()
                .map(column -> jsonText(column.name()) + ":"
                        + jsonValue(column.values().get(row)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String jsonValue(Object value) {
        boolean bare = value == null
                || value instanceof Long
                || value instanceof Boolean
                || (value instanceof Double number && Double.isFinite(number));
        return bare ? String.valueOf(value) : jsonText(plain(value));
    }

    private static String jsonText(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static Path parquet(Path folder, List<SampleColumn> columns) {
        Path file = folder.resolve("sample.parquet");
        String source = IntStream.range(0, columns.size())
                .mapToObj(i -> "CAST(c" + i + " AS " + duckDbType(columns.get(i).type()) + ") AS "
                        + Sql.identifier(columns.get(i).name()))
                .collect(Collectors.joining(", "));
        String texts = IntStream.range(0, columns.size())
                .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        run("COPY (SELECT " + source + " FROM read_csv("
                + Sql.literal(csv(folder, columns).toString())
                + ", auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', columns = " + texts
                + ")) TO "
                + Sql.literal(file.toString()) + " (FORMAT parquet)");
        return file;
    }

    private static String duckDbType(ColumnType type) {
        return switch (type) {
            case NUMBER -> "DOUBLE";
            case INTEGER -> "BIGINT";
            case TIMESTAMP -> "TIMESTAMP";
            case BOOLEAN -> "BOOLEAN";
            case TEXT -> "VARCHAR";
        };
    }

    /** Runs SQL on a DuckDB of its own. */
    static void run(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String rows(List<SampleColumn> columns, Function<Integer, String> row) {
        int rows = columns.getFirst().values().size();
        return IntStream.range(0, rows).mapToObj(row::apply).collect(Collectors.joining("\n", "", "\n"));
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
