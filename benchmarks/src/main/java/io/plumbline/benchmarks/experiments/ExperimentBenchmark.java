package io.plumbline.benchmarks.experiments;

import io.plumbline.benchmarks.Folders;
import io.plumbline.benchmarks.server.RunningServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tracking of runs by {@code plumbline serve} as a process of its own, and by MLflow's own server on the same machine, by the same requests. */
@Command(
        name = "benchmarks/run experiments",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures tracking of runs over MLflow's API.")
public final class ExperimentBenchmark implements Callable<Integer> {
    private static final int WARMING_SEARCHES = 300;
    private static final int MLFLOW_QUESTIONS = 20;

    @Option(names = "--seconds", defaultValue = "8", description = "How long each kind of write goes on.")
    private int seconds;

    @Option(names = "--clients", defaultValue = "8", description = "Callers at the same time.")
    private int clients;

    @Option(names = "--runs", defaultValue = "10000", description = "Runs that are searched.")
    private int runs;

    @Option(names = "--metrics", defaultValue = "100", description = "Metrics of each of them.")
    private int metrics;

    @Option(names = "--questions", defaultValue = "200", description = "Searches of each kind.")
    private int questions;

    @Option(names = "--points", defaultValue = "1000000", description = "Points of the history that is read.")
    private int points;

    @Option(names = "--mlflow", description = "The mlflow command of an environment where MLflow is installed.")
    private @Nullable Path mlflow;

    @Option(
            names = "--mlflow-runs",
            defaultValue = "500",
            description = "Runs that are searched in MLflow, which takes long to make them.")
    private int mlflowRuns;

    @Option(names = "--mlflow-port", defaultValue = "8151", description = "The port for MLflow's server.")
    private int mlflowPort;

    @Option(
            names = "--deleted-points",
            defaultValue = "6000000",
            description = "Points of the run that is deleted, after one of a tenth of them.")
    private int deletedPoints;

    @Option(
            names = "--parts",
            split = ",",
            defaultValue = "WRITES,SEARCHES,DELETION",
            description = "What to measure of Plumbline: ${COMPLETION-CANDIDATES}.")
    private List<Part> parts = List.of();

    @Option(
            names = "--searched",
            description =
                    "Folder of the runs that are searched: filled where there is nothing yet, and kept for the next time.")
    private @Nullable Path searchedFolder;

    @Option(names = "--dir", defaultValue = "${sys:plumbline.benchmarks.data}", description = "Where to put the data.")
    private Path folder = Path.of("");

    /** What can be measured. */
    enum Part {
        WRITES,
        SEARCHES,
        DELETION
    }

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(new CommandLine(new ExperimentBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        Path place = Files.createTempDirectory(folder.toAbsolutePath(), "experiments");
        printLoad();
        measurePlumbline(place);
        if (mlflow != null) {
            measureMlflow(place, mlflow);
        }
        printLoad();
        Folders.remove(place);
        return 0;
    }

    private void measurePlumbline(Path place) throws Exception {
        if (parts.contains(Part.WRITES)) {
            measureWrites(Files.createDirectory(place.resolve("written")));
        }
        if (parts.contains(Part.SEARCHES)) {
            measureSearches(searchedFolder == null ? place.resolve("searched") : searchedFolder.toAbsolutePath());
        }
        if (parts.contains(Part.DELETION)) {
            RunDeletion deletion = new RunDeletion(place, clients);
            deletion.measure(deletedPoints / 10);
            deletion.measure(deletedPoints);
        }
    }

    private void measureWrites(Path written) throws Exception {
        try (RunningServer server = RunningServer.start(written.resolve("data"));
                TrackingApi api = new TrackingApi(server.address(), server.adminKey())) {
            TrackingRun run = new TrackingRun("plumbline", api, clients, seconds, server::processorSeconds);
            run.writes();
            run.history(points);
        }
    }

    private void measureSearches(Path place) throws Exception {
        SearchedRuns searched = new SearchedRuns(runs, metrics);
        SearchedFolder filled = SearchedFolder.at(place, searched);
        try (RunningServer server = RunningServer.start(filled.data());
                TrackingApi api = new TrackingApi(server.address(), filled.key())) {
            Searches searches =
                    new Searches("plumbline", api, filled.experiment(), searched, questions, server::processorSeconds);
            searches.warmUp(WARMING_SEARCHES);
            searches.search();
            searches.lists();
            searches.facets();
            new SearchesByAnything(searches, searched).all();
        }
    }

    private void measureMlflow(Path place, Path command) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        command.toString(),
                        "server",
                        "--backend-store-uri",
                        "sqlite:///" + place.resolve("mlflow.db"),
                        "--artifacts-destination",
                        place.resolve("mlflow").toString(),
                        "--port",
                        Integer.toString(mlflowPort)))
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("mlflow.out").toFile())
                .start();
        try (TrackingApi api = new TrackingApi(URI.create("http://127.0.0.1:" + mlflowPort), "none")) {
            awaitStart(api);
            TrackingRun run = new TrackingRun("mlflow", api, clients, seconds, () -> processorSeconds(process));
            run.writes();
            run.history(points / 20);
            SearchedRuns searched = new SearchedRuns(mlflowRuns, metrics);
            new Searches("mlflow", api, run.fill(searched), searched, MLFLOW_QUESTIONS, () -> processorSeconds(process))
                    .search();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static double processorSeconds(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .mapToDouble(spent -> spent.toNanos() / 1e9)
                .sum();
    }

    private static void awaitStart(TrackingApi api) throws InterruptedException {
        for (int tries = 0; tries < 240; tries++) {
            try {
                api.get("experiments/get?experiment_id=0");
                return;
            } catch (IOException | RuntimeException e) {
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
        throw new IllegalStateException("MLflow does not start");
    }

    private static void printLoad() {
        System.out.printf(
                "load %.1f on %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }
}
