package io.plumbline.server.importing.mlflow;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Where experiments come from. What it hands out is active; what is deleted there is left out and counted. */
interface Source extends AutoCloseable {
    /**
     * An experiment.
     *
     * @param id as the source names it
     */
    record ExperimentData(String id, String name, Map<String, String> tags, boolean deleted) {}

    /**
     * A point of a metric.
     *
     * @param value which may be NaN or infinite
     * @param timestamp in milliseconds since 1970-01-01T00:00:00Z
     */
    record Point(String key, double value, long timestamp, long step) {}

    /**
     * A file of a run.
     *
     * @param path below the run
     * @param size in bytes, where it is known
     */
    record File(String path, OptionalLong size) {}

    /** A version of a registered model; its run is empty where it has none. */
    record VersionData(
            int version,
            String description,
            String source,
            String run,
            String stage,
            Map<String, String> tags,
            List<String> aliases) {}

    /** A registered model, its versions from the lowest. */
    record ModelData(String name, String description, Map<String, String> tags, List<VersionData> versions) {}

    /** All experiments. */
    List<ExperimentData> experiments();

    /**
     * The ids of the active runs of an experiment.
     *
     * @param deleted is told the id of each run that is deleted
     */
    List<String> runs(ExperimentData experiment, Consumer<String> deleted);

    /** A run with all but its points. */
    RunData run(ExperimentData experiment, String id);

    /** Hands out the points of a metric in the order in which they were logged, the same order each time. */
    void points(ExperimentData experiment, RunData run, String key, Consumer<Point> to);

    /** All files of a run. */
    List<File> artifacts(ExperimentData experiment, RunData run);

    /** The bytes of a file. */
    InputStream open(ExperimentData experiment, RunData run, File file);

    /** How many models were logged to an experiment besides the artifacts of its runs. */
    int loggedModels(ExperimentData experiment);

    /** All registered models. */
    List<ModelData> models();

    @Override
    void close();
}
