package io.plumbline.benchmarks.server;

import io.plumbline.dialects.openscale.WireId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Questions to a server about the records of one data set, beside the same questions to plain DuckDB over the server's files. */
final class QueryRun implements AutoCloseable {
    private static final int RUNS = 7;
    private static final int WARM_UPS = 3;
    private static final int POLL_MILLIS = 2;

    private final Api api;
    private final RegisteredModel model;
    private final Connection duckdb;
    private final String table;

    QueryRun(Api api, RegisteredModel model, Path data) throws SQLException {
        this.api = api;
        this.model = model;
        this.table = "read_parquet('" + files(data, model) + "')";
        this.duckdb = DriverManager.getConnection("jdbc:duckdb:");
    }

    /** Found anew by each query, for the server merges small files meanwhile. */
    private static Path files(Path data, RegisteredModel model) {
        return data.resolve("records")
                .resolve(WireId.read("data set", model.dataSet()).toString())
                .resolve("*.parquet");
    }

    /** Asks all questions, and prints the median times. */
    void run() throws Exception {
        System.out.printf("%n%-46s %10s %10s %8s%n", "query", "server ms", "DuckDB ms", "ratio");
        print("first 100 of all", () -> list("limit=100"), List.of("SELECT * FROM " + table + " LIMIT 100"));
        print(
                "100 of a filter, ordered, with their number",
                () -> list("limit=100&filter=number_0:gt:900&order=number_1:desc&include_total_count=true"),
                List.of(
                        "SELECT * FROM " + table + " WHERE number_0 > 900 ORDER BY number_1 DESC LIMIT 100",
                        "SELECT count(*) FROM " + table + " WHERE number_0 > 900"));
        print(
                "distribution: count and mean by a text",
                this::distribution,
                List.of("SELECT text_0, count(*), avg(number_0) FROM " + table + " GROUP BY text_0"));
    }

    private void print(String title, Callable<Integer> asked, List<String> sql) throws Exception {
        double served = median(asked);
        double alone = median(() -> plain(sql));
        System.out.printf("%-46s %10.1f %10.1f %8.2f%n", title, served, alone, served / alone);
    }

    /** Milliseconds. */
    private static double median(Callable<Integer> query) throws Exception {
        double[] times = new double[RUNS];
        for (int run = -WARM_UPS; run < RUNS; run++) {
            long start = System.nanoTime();
            if (query.call() == 0) {
                throw new IllegalStateException("nothing was found");
            }
            times[Math.max(run, 0)] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }

    private int list(String query) throws IOException, InterruptedException {
        return api.get(model.records() + "?" + query).path("records").size();
    }

    private int distribution() throws IOException, InterruptedException {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("start", "2000-01-01T00:00:00Z")
                .put("end", "2100-01-01T00:00:00Z")
                .put("dataset", "payload_logging");
        request.putArray("group").add("text_0");
        request.putArray("agg").add("count").add("number_0:avg");
        String path = "/v2/data_sets/" + model.dataSet() + "/distributions";
        String id = api.post(path + "?nocache=true", request).at("/metadata/id").asString();
        JsonNode entity = api.get(path + "/" + id).path("entity");
        while (!entity.at("/status/state").asString().equals("finished")) {
            if (entity.at("/status/state").asString().equals("error")) {
                throw new IllegalStateException(entity.toString());
            }
            Thread.sleep(POLL_MILLIS);
            entity = api.get(path + "/" + id).path("entity");
        }
        return entity.at("/distribution/values").size();
    }

    private int plain(List<String> queries) throws SQLException {
        int rows = 0;
        try (Statement statement = duckdb.createStatement()) {
            for (String sql : queries) {
                try (ResultSet result = statement.executeQuery(sql)) {
                    while (result.next()) {
                        rows++;
                    }
                }
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        duckdb.close();
    }
}
