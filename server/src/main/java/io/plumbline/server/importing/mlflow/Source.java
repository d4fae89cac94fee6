package io.plumbline.server.importing.mlflow;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * What has files: a run, or a model that was logged.
     *
     * @param id as the source names it
     */
    record FileOwner(Kind kind, String id) {
        /** What it is. */
        enum Kind {
            RUN,
            LOGGED_MODEL
        }

        static FileOwner run(String id) {
            return new FileOwner(Kind.RUN, id);
        }

        static FileOwner model(String id) {
            return new FileOwner(Kind.LOGGED_MODEL, id);
        }
    }

    /**
     * A model that was logged, as MLflow 3 keeps it besides the artifacts of runs.
     *
     * @param id as the source names it
     * @param name for people, may be empty
     * @param type what kind of model it is, may be empty
     * @param run that made it, may be empty
     * @param step of that run at which it did
     * @param status as the API writes it
     * @param params by key
     * @param tags by key
     */
    record LoggedModelData(
            String id,
            String name,
            String type,
            String run,
            long step,
            String status,
            Map<String, String> params,
            Map<String, String> tags) {}

    /**
     * A file.
     *
     * @param path below its owner
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

    /** All files of a run or a model. */
    List<File> artifacts(ExperimentData experiment, FileOwner owner);

    /** The bytes of a file. */
    InputStream open(ExperimentData experiment, FileOwner owner, File file);

    /** Where files of a run or a model lie that cannot be read from here, such as a bucket. */
    Optional<String> elsewhere(ExperimentData experiment, FileOwner owner);

    /** The models that were logged to an experiment. */
    List<LoggedModelData> loggedModels(ExperimentData experiment);

    /** All registered models. */
    List<ModelData> models();

    @Override
    void close();
}
