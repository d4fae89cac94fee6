package io.plumbline.benchmarks.server;

import io.plumbline.benchmarks.Folders;
import io.plumbline.benchmarks.compare.Starts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code plumbline serve} as a process of its own, over HTTP: what it takes in beside parsing and logging alone, what it imports and answers beside DuckDB alone. Prints ratios and processor time, so that a claim holds on whatever machine it is run.
 */
@Command(
        name = "benchmarks/run server",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures plumbline serve over HTTP beside what its libraries do alone.")
public final class ServerBenchmark implements Callable<Integer> {
    /** A file that came in is left as it is for a minute. */
    private static final Duration UNTIL_PACKED = Duration.ofSeconds(80);

    @Option(names = "--seconds", defaultValue = "10", description = "How long records are posted in each form.")
    private int seconds;

    @Option(names = "--rows", defaultValue = "1000000", description = "Rows that are imported.")
    private long rows;

    @Option(names = "--import-runs", defaultValue = "3", description = "How often each file is imported.")
    private int importRuns;

    @Option(names = "--query-rows", defaultValue = "1000000", description = "Rows of the data set that is asked about.")
    private long queryRows;

    @Option(
            names = "--parts",
            split = ",",
            defaultValue = "INTAKE,IMPORTS,QUERIES",
            description = "What to measure: ${COMPLETION-CANDIDATES}.")
    private List<Part> parts = List.of();

    @Option(names = "--connections", defaultValue = "4", description = "Connections that post at the same time.")
    private int connections;

    @Option(names = "--dir", defaultValue = "${sys:plumbline.benchmarks.data}", description = "Where to put the data.")
    private Path folder = Path.of("");

    /** What can be measured. */
    enum Part {
        INTAKE,
        IMPORTS,
        QUERIES
    }

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ServerBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        Path place = Files.createTempDirectory(folder.toAbsolutePath(), "server");
        try {
            if (parts.contains(Part.INTAKE) || parts.contains(Part.IMPORTS)) {
                measureWriting(place);
            }
            if (parts.contains(Part.QUERIES)) {
                measureQueries(Files.createDirectory(place.resolve("queries")));
            }
        } finally {
            Folders.remove(place);
        }
        return 0;
    }

    private void measureWriting(Path place) throws Exception {
        try (RunningServer server = RunningServer.start(place.resolve("data"));
                Api api = new Api(server.address(), server.adminKey())) {
            if (parts.contains(Part.INTAKE)) {
                measureIntake(server, api, place);
            }
            if (parts.contains(Part.IMPORTS)) {
                measureImports(server, api, place);
            }
        }
    }

    private void measureQueries(Path place) throws Exception {
        Path data = place.resolve("data");
        String key;
        RegisteredModel model;
        try (RunningServer server = RunningServer.start(data);
                Api api = new Api(server.address(), server.adminKey())) {
            key = server.adminKey();
            model = RegisteredModel.register(api, "queries");
        }
        new StoreFilling(queryRows).fill(data, model);
        try (RunningServer server = RunningServer.start(data);
                Api api = new Api(server.address(), key);
                QueryRun run = new QueryRun()) {
            printLoad();
            System.out.printf("%,d rows", queryRows);
            QueryRun.printHead();
            Questions questions = new Questions(api, model, data, queryRows);
            run.run(questions.lists());
            run.run(questions.lookups());
            run.run(questions.distributions());
            run.run(List.of(questions.afterWrite()));
            questions.change();
            System.out.println("with 1,000 open changes, which DuckDB alone does not look at");
            run.run(questions.lists());
            run.run(questions.lookups());
            run.run(questions.distributions());
            System.out.printf("most memory of the server: %,.0f MB%n", server.peakMegabytes());
            printLoad();
        }
    }

    private void measureIntake(RunningServer server, Api api, Path place)
            throws IOException, InterruptedException, ExecutionException {
        Duration time = Duration.ofSeconds(seconds);
        printLoad();
        IntakeResult.printHead();
        for (BatchForm form : BatchForm.values()) {
            RegisteredModel model = RegisteredModel.register(api, form.name());
            IntakeRun run = new IntakeRun(server, api, model, form, connections);
            run.run(time); // compiles what it needs
            run.run(time).print();
        }
        for (BatchForm form : BatchForm.values()) {
            IntakeLimits limits = new IntakeLimits(form, time.dividedBy(2));
            System.out.printf(
                    "%-18s Jackson alone %,.0f rows/s/core; the log alone %,.0f rows/s%n",
                    form.title(), limits.parsedRows(), limits.loggedRows(place.resolve("log-" + form), connections));
        }
        printLoad();
    }

    private void measureImports(RunningServer server, Api api, Path place) throws Exception {
        ImportRun run = new ImportRun(server, api, place.resolve("table.aot"));
        List<Path> files = List.of(place.resolve("rows.csv"), place.resolve("rows.parquet"));
        for (Path file : files) {
            TableFile.write(file, rows);
            run.learn(file);
        }
        printLoad();
        ImportRun.printHead();
        run.run(files.getFirst(), rows, Starts.PLAIN, 1); // starts DuckDB in the server as well
        for (Starts starts : Starts.values()) {
            for (Path file : files) {
                run.run(file, rows, starts, importRuns);
            }
        }
        measurePacking(server);
        printLoad();
    }

    /** What came in is written again, smaller, after a while. */
    private static void measurePacking(RunningServer server) throws InterruptedException {
        double before = server.processorSeconds();
        Thread.sleep(UNTIL_PACKED);
        server.awaitRest();
        System.out.printf("writing all of them again, smaller: %.2f processor s%n", server.processorSeconds() - before);
    }

    private static void printLoad() {
        System.out.printf(
                "load %.1f on %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }
}
