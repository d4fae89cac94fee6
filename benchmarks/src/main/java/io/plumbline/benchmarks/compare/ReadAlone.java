package io.plumbline.benchmarks.compare;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The limit that a comparison is held against: DuckDB alone reads every value of the given files and adds them up. Text files are
 * parsed into a table, as any use of more than one pass has to, in DuckDB's own way of finding their types.
 */
public final class ReadAlone {
    private ReadAlone() {}

    /** Reads each file named, with as many threads as the first argument says. */
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + Integer.parseInt(arguments[0]));
            for (int i = 1; i < arguments.length; i++) {
                read(statement, arguments[i]);
            }
        }
    }

    private static void read(Statement statement, String file) throws SQLException {
        String source = "'" + file + "'";
        if (!file.endsWith(".parquet")) {
            statement.execute("CREATE OR REPLACE TABLE staged AS FROM read_csv(" + source + ")");
            source = "staged";
        }
        List<String> sums = new ArrayList<>();
        try (ResultSet columns = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
            while (columns.next()) {
                sums.add("sum(\"" + columns.getString(1) + "\")");
            }
        }
        statement.execute("SELECT " + String.join(", ", sums) + " FROM " + source);
    }
}
