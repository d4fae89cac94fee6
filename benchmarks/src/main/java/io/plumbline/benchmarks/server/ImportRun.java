package io.plumbline.benchmarks.server;

import io.plumbline.benchmarks.compare.MeasuredProcess;
import io.plumbline.benchmarks.compare.Starts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** {@code plumbline import} of one file, beside DuckDB alone reading it into a table, both as programs of their own. */
final class ImportRun {
    private final RunningServer server;
    private final Api api;
    private final Path cache;
    private int models;

    /**
     * Into this server.
     *
     * @param cache where the cache for quicker starts of DuckDB's program goes
     */
    ImportRun(RunningServer server, Api api, Path cache) {
        this.server = server;
        this.api = api;
        this.cache = cache;
    }

    /**
     * One import, beside DuckDB alone.
     *
     * @param alone DuckDB's program
     * @param client the import
     * @param taking processor seconds of the server until the rows were acknowledged
     * @param all and until it was at rest again, with the profiles taken
     */
    private record Result(MeasuredProcess alone, MeasuredProcess client, double taking, double all) {}

    static void printHead() {
        System.out.printf(
                "%n%-14s %-8s %9s %12s %9s %12s %12s %14s %12s %16s%n",
                "import",
                "starts",
                "DuckDB s",
                "DuckDB cpu s",
                "import s",
                "client cpu s",
                "server cpu s",
                "with profiles",
                "rows/s",
                "DuckDB / import");
    }

    /** Imports a file again and again, each time into a new data set, and prints the medians. */
    void run(Path file, long rows, Starts starts, int runs) throws IOException, InterruptedException {
        List<Result> results = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            results.add(run(file, rows, starts));
        }
        double alone = median(results, result -> result.alone().seconds());
        double client = median(results, result -> result.client().seconds());
        System.out.printf(
                "%-14s %-8s %9.2f %12.2f %9.2f %12.2f %12.2f %14.2f %,12.0f %16.3f%n",
                file.getFileName(),
                starts,
                alone,
                median(results, result -> result.alone().processorSeconds()),
                client,
                median(results, result -> result.client().processorSeconds()),
                median(results, Result::taking),
                median(results, Result::all),
                rows / client,
                alone / client);
    }

    private static double median(List<Result> results, ToDoubleFunction<Result> figure) {
        return results.stream().mapToDouble(figure).sorted().toArray()[results.size() / 2];
    }

    private Result run(Path file, long rows, Starts starts) throws IOException, InterruptedException {
        RegisteredModel model = RegisteredModel.register(api, file.getFileName() + "-" + ++models);
        MeasuredProcess alone = alone(file, starts);
        double before = server.processorSeconds();
        MeasuredProcess client = client(file, model, starts);
        double taking = server.processorSeconds() - before;
        server.awaitRest();
        double all = server.processorSeconds() - before;
        requireAll(model, rows);
        return new Result(alone, client, taking, all);
    }

    private MeasuredProcess alone(Path file, Starts starts) throws IOException, InterruptedException {
        return starts.other(cache, TableFile.class.getName(), List.of(file.toString()));
    }

    /** Lets the JVM learn what DuckDB's program needs. */
    void learn(Path file) throws IOException, InterruptedException {
        Starts.CACHED.learn(cache, TableFile.class.getName(), List.of(file.toString()));
    }

    private MeasuredProcess client(Path file, RegisteredModel model, Starts starts)
            throws IOException, InterruptedException {
        return starts.command(List.of(
                "import",
                model.dataSet(),
                file.toString(),
                "--server",
                server.address().toString(),
                "--key",
                server.adminKey()));
    }

    private void requireAll(RegisteredModel model, long rows) throws IOException, InterruptedException {
        long count = api.get(model.records() + "?limit=0&include_total_count=true")
                .path("total_count")
                .asLong();
        if (count != rows) {
            throw new IllegalStateException(count + " records are there instead of " + rows);
        }
    }
}
