package io.plumbline.benchmarks.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/** Questions to a server, in turn with the same questions to plain DuckDB over the server's files. */
final class QueryRun implements AutoCloseable {
    private static final int RUNS = 9;
    private static final int WARM_UPS = 2;

    private final Connection duckdb;

    QueryRun() throws SQLException {
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckdb.createStatement()) {
            // As the server does: footers are read once.
            statement.execute("SET GLOBAL parquet_metadata_cache = true");
        }
    }

    static void printHead() {
        System.out.printf("%n%-46s %10s %10s %10s %8s%n", "query", "first ms", "server ms", "DuckDB ms", "ratio");
    }

    /** Asks all, and prints the median times, and what the server took when it was asked for the first time. */
    void run(List<Question> questions) throws Exception {
        for (Question question : questions) {
            double[] served = new double[RUNS];
            double[] alone = new double[RUNS];
            double first = 0;
            for (int run = -WARM_UPS; run < RUNS; run++) {
                double time = milliseconds(question);
                first = run == -WARM_UPS ? time : first;
                served[Math.max(run, 0)] = time;
                alone[Math.max(run, 0)] = milliseconds(question.sql());
            }
            print(question, first, median(served), median(alone));
        }
    }

    private static void print(Question question, double first, double served, double alone) {
        System.out.printf("%-46s %10.1f %10.1f", question.title(), first, served);
        if (!question.sql().isEmpty()) {
            System.out.printf(" %10.1f %8.2f", alone, served / alone);
        }
        System.out.println();
    }

    private static double milliseconds(Question question) throws Exception {
        long start = System.nanoTime();
        if (question.server().call() == 0) {
            throw new IllegalStateException(question.title() + ": nothing was found");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private double milliseconds(List<String> queries) throws SQLException {
        long start = System.nanoTime();
        try (Statement statement = duckdb.createStatement()) {
            for (String sql : queries) {
                readAll(statement, sql);
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static void readAll(Statement statement, String sql) throws SQLException {
        int rows = 0;
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows++;
            }
        }
        if (rows == 0) {
            throw new IllegalStateException("DuckDB finds nothing: " + sql);
        }
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[RUNS / 2];
    }

    @Override
    public void close() throws SQLException {
        duckdb.close();
    }
}
