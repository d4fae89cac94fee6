package io.plumbline.benchmarks.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Reads a file of the features into a table of DuckDB's, as a program of its own: the limit that an import is held against. */
public final class TableFile {
    private TableFile() {}

    /** Reads the file that is named. */
    public static void main(String[] arguments) throws SQLException {
        execute(List.of("CREATE TABLE staged AS FROM '" + arguments[0] + "'"));
    }

    /** Makes a file of so many records; the ending of its name tells its format. */
    static void write(Path file, long rows) throws SQLException {
        execute(List.of(
                "SELECT setseed(0.5)",
                "COPY (SELECT 'row-' || range AS " + Features.ID + ", " + String.join(", ", Features.selected())
                        + " FROM range(" + rows + ")) TO '" + file + "'"));
    }

    private static void execute(List<String> statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
