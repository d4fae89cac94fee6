package io.plumbline.benchmarks.server;

import io.plumbline.benchmarks.compare.MeasuredProcess;
import io.plumbline.server.PlumblineCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code plumbline import} of one file, beside DuckDB alone reading it into a table, both as programs of their own. */
final class ImportRun {
    private final RunningServer server;
    private final Api api;

    ImportRun(RunningServer server, Api api) {
        this.server = server;
        this.api = api;
    }

    static void printHead() {
        System.out.printf(
                "%n%-16s %10s %12s %10s %12s %12s %14s %16s%n",
                "import",
                "DuckDB s",
                "DuckDB cpu s",
                "import s",
                "client cpu s",
                "server cpu s",
                "rows/s",
                "DuckDB / import");
    }

    /** Imports a file, and prints what it took until the rows are in files. */
    void run(Path file, long rows, RegisteredModel model) throws IOException, InterruptedException {
        MeasuredProcess alone = MeasuredProcess.run(TableFile.class.getName(), List.of(file.toString()));
        double before = server.processorSeconds();
        MeasuredProcess client = MeasuredProcess.run(
                PlumblineCommand.class.getName(),
                List.of(
                        "import",
                        model.dataSet(),
                        file.toString(),
                        "--server",
                        server.address().toString(),
                        "--key",
                        server.adminKey()));
        long count = api.get(model.records() + "?limit=0&include_total_count=true")
                .path("total_count")
                .asLong();
        if (count != rows) {
            throw new IllegalStateException(count + " records are there instead of " + rows);
        }
        System.out.printf(
                "%-16s %10.2f %12.2f %10.2f %12.2f %12.2f %,14.0f %16.3f%n",
                file.getFileName(),
                alone.seconds(),
                alone.processorSeconds(),
                client.seconds(),
                client.processorSeconds(),
                server.processorSeconds() - before,
                rows / client.seconds(),
                alone.seconds() / client.seconds());
    }
}
