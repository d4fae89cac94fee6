package io.plumbline.server.importing.mlflow;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A running MLflow server. */
final class ServerSource implements Source {
    private static final int PAGE = 1_000;
    private static final int LIST_PAGE = 100;
    private static final int MODEL_PAGE = 50;
    private static final int HISTORY_PAGE = 25_000;
    private static final String DELETED = "deleted";
    private static final String PROXIED = "mlflow-artifacts:";

    private final MlflowApi api;
    private final Pages pages;

    ServerSource(MlflowApi api) {
        this.api = api;
        this.pages = new Pages(api);
    }

    @Override
    public List<ExperimentData> experiments() {
        ObjectNode query = object().put("max_results", PAGE).put("view_type", "ALL");
        return pages.posted("experiments/search", query, "experiments")
                .map(experiment -> new ExperimentData(
                        experiment.path("experiment_id").asString(),
                        experiment.path("name").asString(),
                        KeyValueList.read(experiment.path("tags")),
                        experiment.path("lifecycle_stage").asString("").equals(DELETED)))
                .toList();
    }

    @Override
    public List<String> runs(ExperimentData experiment, Consumer<String> deleted) {
        ObjectNode query = object().put("max_results", PAGE).put("run_view_type", "ALL");
        query.putArray("experiment_ids").add(experiment.id());
        List<String> active = new ArrayList<>();
        pages.posted("runs/search", query, "runs").forEach(run -> {
            String id = run.at("/info/run_id").asString();
            (run.at("/info/lifecycle_stage").asString("").equals(DELETED) ? deleted : (Consumer<String>) active::add)
                    .accept(id);
        });
        return active;
    }

    @Override
    public RunData run(ExperimentData experiment, String id) {
        JsonNode run = api.get("runs/get", Map.of("run_id", id)).path("run");
        JsonNode info = run.path("info");
        JsonNode data = run.path("data");
        return new RunData(
                id,
                info.path("run_name").asString(""),
                info.path("user_id").asString(""),
                info.path("status").asString("FINISHED"),
                info.path("start_time").asLong(0),
                Optional.of(info.path("end_time").asLong(0)).filter(end -> end > 0),
                KeyValueList.read(data.path("params")),
                KeyValueList.read(data.path("tags")),
                data.path("metrics")
                        .valueStream()
                        .map(metric -> metric.path("key").asString())
                        .toList(),
                run.at("/inputs/dataset_inputs").valueStream().toList());
    }

    @Override
    public void points(ExperimentData experiment, RunData run, String key, Consumer<Point> to) {
        ObjectNode query =
                object().put("run_id", run.id()).put("metric_key", key).put("max_results", HISTORY_PAGE);
        pages.got("metrics/get-history", query, "metrics")
                .map(ServerSource::point)
                .forEach(to);
    }

    private static Point point(JsonNode point) {
        return new Point(
                point.path("key").asString(),
                Numbers.of(point.path("value")),
                point.path("timestamp").asLong(),
                point.path("step").asLong(0));
    }

    @Override
    public List<File> artifacts(ExperimentData experiment, FileOwner owner) {
        List<File> files = new ArrayList<>();
        addFiles(owner, "", files);
        return files;
    }

    private void addFiles(FileOwner owner, String folder, List<File> files) {
        boolean ofRun = owner.kind() == FileOwner.Kind.RUN;
        ObjectNode query = ofRun ? object().put("run_id", owner.id()) : object();
        if (!folder.isEmpty()) {
            query.put(ofRun ? "path" : "artifact_directory_path", folder);
        }
        String operation = ofRun ? "artifacts/list" : "logged-models/" + owner.id() + "/artifacts/directories";
        pages.got(operation, query, "files").forEach(file -> {
            String path = file.path("path").asString();
            if (file.path("is_dir").asBoolean(false)) {
                addFiles(owner, path, files);
            } else {
                files.add(new File(path, OptionalLong.of(file.path("file_size").asLong(0))));
            }
        });
    }

    @Override
    public InputStream open(ExperimentData experiment, FileOwner owner, File file) {
        String root = root(owner);
        if (root.startsWith(PROXIED)) {
            return api.download(ArtifactRoot.path(root) + "/" + file.path());
        }
        return owner.kind() == FileOwner.Kind.RUN
                ? api.download(owner.id(), file.path())
                : api.downloadOfModel(owner.id(), file.path());
    }

    private String root(FileOwner owner) {
        JsonNode found = switch (owner.kind()) {
            case RUN -> api.get("runs/get", Map.of("run_id", owner.id())).at("/run/info/artifact_uri");
            case LOGGED_MODEL ->
                api.get("logged-models/" + owner.id(), Map.of()).at("/model/info/artifact_uri");
        };
        return found.asString("");
    }

    /** The server hands out what it keeps, wherever that is. */
    @Override
    public Optional<String> elsewhere(ExperimentData experiment, FileOwner owner) {
        return Optional.empty();
    }

    @Override
    public List<LoggedModelData> loggedModels(ExperimentData experiment) {
        ObjectNode query = object().put("max_results", MODEL_PAGE);
        query.putArray("experiment_ids").add(experiment.id());
        try {
            return pages.posted("logged-models/search", query, "models")
                    .map(this::loggedModel)
                    .toList();
        } catch (RefusedRequestException olderServer) {
            return List.of();
        }
    }

    private LoggedModelData loggedModel(JsonNode model) {
        JsonNode info = model.path("info");
        String id = info.path("model_id").asString();
        String run = info.path("source_run_id").asString("");
        return new LoggedModelData(
                id,
                info.path("name").asString(""),
                info.path("model_type").asString(""),
                run,
                step(run, id),
                info.path("status").asString("LOGGED_MODEL_READY"),
                KeyValueList.read(model.at("/data/params")),
                KeyValueList.read(info.path("tags")));
    }

    /** As the outputs of its run say; 0 where they do not. */
    private long step(String run, String model) {
        Optional<JsonNode> found = run.isEmpty() ? Optional.empty() : api.find("runs/get", Map.of("run_id", run));
        return found.stream()
                .flatMap(answer -> answer.at("/run/outputs/model_outputs").valueStream())
                .filter(output -> output.path("model_id").asString().equals(model))
                .mapToLong(output -> output.path("step").asLong(0))
                .findFirst()
                .orElse(0);
    }

    @Override
    public List<ModelData> models() {
        ObjectNode query = object().put("max_results", LIST_PAGE);
        return pages.got("registered-models/search", query, "registered_models")
                .map(this::model)
                .toList();
    }

    private ModelData model(JsonNode model) {
        String name = model.path("name").asString();
        Map<Integer, List<String>> aliases = model.path("aliases")
                .valueStream()
                .collect(Collectors.groupingBy(
                        alias -> alias.path("version").asInt(),
                        Collectors.mapping(alias -> alias.path("alias").asString(), Collectors.toList())));
        ObjectNode query =
                object().put("max_results", LIST_PAGE).put("filter", "name = '" + name.replace("'", "\\'") + "'");
        List<VersionData> versions = pages.got("model-versions/search", query, "model_versions")
                .map(version -> version(version, aliases))
                .sorted(Comparator.comparingInt(VersionData::version))
                .toList();
        return new ModelData(
                name, model.path("description").asString(""), KeyValueList.read(model.path("tags")), versions);
    }

    private static VersionData version(JsonNode version, Map<Integer, List<String>> aliases) {
        int number = version.path("version").asInt();
        return new VersionData(
                number,
                version.path("description").asString(""),
                version.path("source").asString(""),
                version.path("run_id").asString(""),
                version.path("current_stage").asString("None"),
                KeyValueList.read(version.path("tags")),
                aliases.getOrDefault(number, List.of()));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        api.close();
    }
}
