package io.plumbline.server.importing.mlflow;

import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A folder {@code mlruns}, as MLflow's file store writes it. Links are not followed. */
final class FolderSource implements Source {
    private static final String META = "meta.yaml";
    private static final String MODELS = "models";
    private static final String DELETED = "deleted";
    private static final String TRASH = ".trash";
    private static final String ARTIFACTS = "artifacts";
    private static final Pattern OTHER_PLACE = Pattern.compile("(?!file:)[a-z][a-z0-9+.-]+:");
    private static final Map<String, String> MODEL_STATUSES =
            Map.of("PENDING", "LOGGED_MODEL_PENDING", "FAILED", "LOGGED_MODEL_UPLOAD_FAILED");
    private static final Set<String> NO_RUNS = Set.of("tags", "datasets", MODELS, "traces");
    private static final Map<String, String> STATUSES =
            Map.of("1", "RUNNING", "2", "SCHEDULED", "3", "FINISHED", "4", "FAILED", "5", "KILLED");

    private final Path root;
    private final Map<String, Path> folders = new HashMap<>();

    /**
     * The folder.
     *
     * @throws RefusedException where it is none of MLflow's
     */
    FolderSource(Path root) {
        this.root = root;
        if (!Files.isDirectory(root)) {
            throw new RefusedException("There is no folder '" + root + "'.");
        }
        if (experimentFolders().findAny().isEmpty()) {
            throw new RefusedException("'" + root + "' has no experiments: no folder in it has a file " + META
                    + ". Name the folder mlruns.");
        }
    }

    private Stream<Path> experimentFolders() {
        return Stream.concat(TextFiles.folders(root), TextFiles.folders(root.resolve(TRASH)))
                .filter(folder -> !folder.getFileName().toString().equals(MODELS))
                .filter(folder -> Files.isRegularFile(folder.resolve(META)));
    }

    @Override
    public List<ExperimentData> experiments() {
        return experimentFolders().map(this::experiment).toList();
    }

    private ExperimentData experiment(Path folder) {
        Meta meta = Meta.read(folder.resolve(META));
        String id = folder.getFileName().toString();
        folders.put(id, folder);
        boolean deleted = meta.text("lifecycle_stage").equals(DELETED) || folder.startsWith(root.resolve(TRASH));
        return new ExperimentData(id, meta.text("name"), TextFiles.values(folder.resolve("tags")), deleted);
    }

    private Path folder(ExperimentData experiment) {
        return folders.getOrDefault(experiment.id(), root.resolve(experiment.id()));
    }

    @Override
    public List<String> runs(ExperimentData experiment, Consumer<String> deleted) {
        List<String> active = new ArrayList<>();
        TextFiles.folders(folder(experiment))
                .filter(folder -> !NO_RUNS.contains(folder.getFileName().toString()))
                .filter(folder -> Files.isRegularFile(folder.resolve(META)))
                .forEach(folder -> {
                    String id = folder.getFileName().toString();
                    if (Meta.read(folder.resolve(META)).text("lifecycle_stage").equals(DELETED)) {
                        deleted.accept(id);
                    } else {
                        active.add(id);
                    }
                });
        return active;
    }

    @Override
    public RunData run(ExperimentData experiment, String id) {
        Path folder = folder(experiment).resolve(id);
        Meta meta = Meta.read(folder.resolve(META));
        Map<String, String> tags = TextFiles.values(folder.resolve("tags"));
        String status = meta.text("status");
        return new RunData(
                id,
                Optional.of(meta.text("run_name"))
                        .filter(name -> !name.isEmpty())
                        .orElseGet(() -> tags.getOrDefault("mlflow.runName", "")),
                meta.text("user_id"),
                STATUSES.getOrDefault(status, status),
                meta.number("start_time").orElse(0L),
                meta.number("end_time"),
                TextFiles.values(folder.resolve("params")),
                tags,
                TextFiles.keys(folder.resolve("metrics")),
                inputs(experiment, folder));
    }

    private List<JsonNode> inputs(ExperimentData experiment, Path run) {
        Path datasets = folder(experiment).resolve("datasets");
        return TextFiles.folders(run.resolve("inputs"))
                .map(input -> Meta.read(input.resolve(META)))
                .filter(input -> Files.isRegularFile(dataset(datasets, input)))
                .map(input -> Meta.read(dataset(datasets, input)).datasetInput(input))
                .toList();
    }

    private static Path dataset(Path datasets, Meta input) {
        return datasets.resolve(Path.of(input.text("source_id")).getFileName().toString())
                .resolve(META);
    }

    @Override
    public void points(ExperimentData experiment, RunData run, String key, Consumer<Point> to) {
        Path file = folder(experiment).resolve(run.id()).resolve("metrics").resolve(key);
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> !line.isBlank())
                    .map(line -> point(file, key, line))
                    .forEach(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line has time, value and, since MLflow 1.0, step. */
    private static Point point(Path file, String key, String line) {
        String[] parts = line.split(" ");
        try {
            long step = parts.length > 2 ? Long.parseLong(parts[2]) : 0;
            return new Point(key, Numbers.of(parts[1]), Long.parseLong(parts[0]), step);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new RefusedException("'" + file + "' has a line that is no point of a metric: " + line, e);
        }
    }

    @Override
    public List<File> artifacts(ExperimentData experiment, FileOwner owner) {
        Path folder = ownerFolder(experiment, owner).resolve(ARTIFACTS);
        return TextFiles.keys(folder).stream()
                .map(path -> new File(path, size(folder.resolve(path))))
                .toList();
    }

    private static OptionalLong size(Path file) {
        try {
            return OptionalLong.of(Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ownerFolder(ExperimentData experiment, FileOwner owner) {
        Path folder = folder(experiment);
        return switch (owner.kind()) {
            case RUN -> folder.resolve(owner.id());
            case LOGGED_MODEL -> folder.resolve(MODELS).resolve(owner.id());
        };
    }

    /** A folder that was moved names its old place; only another kind of place is elsewhere. */
    @Override
    public Optional<String> elsewhere(ExperimentData experiment, FileOwner owner) {
        Meta meta = Meta.read(ownerFolder(experiment, owner).resolve(META));
        String address = meta.text(owner.kind() == FileOwner.Kind.RUN ? "artifact_uri" : "artifact_location");
        return Optional.of(address).filter(text -> OTHER_PLACE.matcher(text).lookingAt());
    }

    @Override
    public InputStream open(ExperimentData experiment, FileOwner owner, File file) {
        try {
            return Files.newInputStream(
                    ownerFolder(experiment, owner).resolve(ARTIFACTS).resolve(file.path()), LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<LoggedModelData> loggedModels(ExperimentData experiment) {
        return TextFiles.folders(folder(experiment).resolve(MODELS))
                .filter(folder -> Files.isRegularFile(folder.resolve(META)))
                .filter(folder ->
                        !Meta.read(folder.resolve(META)).text("lifecycle_stage").equals(DELETED))
                .map(folder -> loggedModel(experiment, folder))
                .toList();
    }

    private LoggedModelData loggedModel(ExperimentData experiment, Path folder) {
        Meta meta = Meta.read(folder.resolve(META));
        String id = folder.getFileName().toString();
        return new LoggedModelData(
                id,
                meta.text("name"),
                meta.text("model_type"),
                meta.text("source_run_id"),
                step(experiment, meta.text("source_run_id"), id),
                MODEL_STATUSES.getOrDefault(meta.text("status"), "LOGGED_MODEL_READY"),
                TextFiles.values(folder.resolve("params")),
                TextFiles.values(folder.resolve("tags")));
    }

    /** As the outputs of its run say; 0 where they do not. */
    private long step(ExperimentData experiment, String run, String model) {
        Path output = folder(experiment)
                .resolve(run)
                .resolve("outputs")
                .resolve(model)
                .resolve(META);
        return Files.isRegularFile(output) ? Meta.read(output).number("step").orElse(0L) : 0;
    }

    @Override
    public List<ModelData> models() {
        return RegistryFolder.models(root.resolve(MODELS));
    }

    @Override
    public void close() {}
}
