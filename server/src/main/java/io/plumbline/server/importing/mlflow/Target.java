package io.plumbline.server.importing.mlflow;

import io.plumbline.server.importing.mlflow.Source.ExperimentData;
import io.plumbline.server.importing.mlflow.Source.Point;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The server that runs are brought to. A run there carries the id that it has at its source, and a mark once all of it is there. */
final class Target {
    /** How tags of imports begin. Those of an earlier import, by which the source got something, say nothing of this one. */
    static final String MARK = "plumbline.import.";

    static final String STATE = MARK + "state";
    static final String COMPLETE = "complete";
    private static final String SOURCE_RUN = MARK + "run_id";
    private static final int ENTRIES = 100;
    private static final int POINTS = 1_000;
    private static final int HISTORY_PAGE = 25_000;

    private final MlflowApi api;

    Target(MlflowApi api) {
        this.api = api;
    }

    /**
     * A run that is there.
     *
     * @param artifacts where its artifacts go
     */
    record Known(String id, String artifacts, boolean complete) {}

    /** The experiment of this name, where there is one. */
    Optional<String> experiment(ExperimentData experiment) {
        return api.find("experiments/get-by-name", Map.of("experiment_name", experiment.name()))
                .map(found -> active(experiment, found.path("experiment")));
    }

    /** Makes an experiment. */
    String add(ExperimentData experiment) {
        ObjectNode body = object().put("name", experiment.name());
        body.set("tags", KeyValueList.write(experiment.tags()));
        return api.post("experiments/create", body).path("experiment_id").asString();
    }

    private static String active(ExperimentData experiment, JsonNode found) {
        if (found.path("lifecycle_stage").asString("").equals("deleted")) {
            throw new RefusedRequestException(
                    "the server has a deleted experiment of the name " + experiment.name() + "; restore it before");
        }
        return found.path("experiment_id").asString();
    }

    /** The run that came from this one. */
    Optional<Known> run(String experiment, String source) {
        ObjectNode body = object().put("max_results", 1)
                .put("run_view_type", "ALL")
                .put("filter", "tags.`" + SOURCE_RUN + "` = '" + source + "'");
        body.putArray("experiment_ids").add(experiment);
        return api.post("runs/search", body)
                .path("runs")
                .valueStream()
                .findFirst()
                .map(Target::known);
    }

    private static Known known(JsonNode run) {
        String state = KeyValueList.read(run.at("/data/tags")).getOrDefault(STATE, "");
        return new Known(
                run.at("/info/run_id").asString(),
                ArtifactRoot.path(run.at("/info/artifact_uri").asString()),
                state.equals(COMPLETE));
    }

    /** Makes a run; its tags follow with what it logged. */
    Known add(String experiment, RunData run, Map<String, String> tags) {
        ObjectNode body = object().put("experiment_id", experiment)
                .put("start_time", run.start())
                .put("run_name", run.name())
                .put("user_id", run.user());
        Map<String, String> first = new LinkedHashMap<>(Map.of(SOURCE_RUN, run.id()));
        tags.entrySet().stream()
                .filter(tag -> tag.getKey().equals("mlflow.parentRunId"))
                .forEach(tag -> first.put(tag.getKey(), tag.getValue()));
        body.set("tags", KeyValueList.write(first));
        return known(api.post("runs/create", body).path("run"));
    }

    /** Adds params and tags; those that are there already with the same value change nothing. */
    void describe(Known run, Map<String, String> params, Map<String, String> tags) {
        parts(params).forEach(part -> api.post("runs/log-batch", batch(run).set("params", part)));
        parts(tags).forEach(part -> api.post("runs/log-batch", batch(run).set("tags", part)));
    }

    private static List<ArrayNode> parts(Map<String, String> all) {
        List<ArrayNode> parts = new java.util.ArrayList<>();
        for (JsonNode entry : KeyValueList.write(all)) {
            if (parts.isEmpty() || parts.getLast().size() == ENTRIES) {
                parts.add(JsonNodeFactory.instance.arrayNode());
            }
            parts.getLast().add(entry);
        }
        return parts;
    }

    /** How many points of a metric are there. */
    long points(Known run, String key) {
        long count = 0;
        Optional<String> token = Optional.of("");
        while (token.isPresent()) {
            Map<String, String> query = new LinkedHashMap<>(
                    Map.of("run_id", run.id(), "metric_key", key, "max_results", String.valueOf(HISTORY_PAGE)));
            token.filter(text -> !text.isEmpty()).ifPresent(text -> query.put("page_token", text));
            JsonNode page = api.get("metrics/get-history", query);
            count += page.path("metrics").size();
            token = Optional.of(page.path("next_page_token").asString("")).filter(text -> !text.isEmpty());
        }
        return count;
    }

    /** Gathers points of a run and sends so many at once as the API takes. */
    final class PointBatch {
        private final Known run;
        private ArrayNode gathered = JsonNodeFactory.instance.arrayNode();

        PointBatch(Known run) {
            this.run = run;
        }

        void add(Point point) {
            ObjectNode node = gathered.addObject()
                    .put("key", point.key())
                    .put("timestamp", point.timestamp())
                    .put("step", point.step());
            Numbers.put(node, "value", point.value());
            if (gathered.size() == POINTS) {
                send();
            }
        }

        void send() {
            if (!gathered.isEmpty()) {
                api.post("runs/log-batch", batch(run).set("metrics", gathered));
                gathered = JsonNodeFactory.instance.arrayNode();
            }
        }
    }

    /** Points for a run. */
    PointBatch pointsOf(Known run) {
        return new PointBatch(run);
    }

    /** Notes data that a run read. */
    void addInputs(Known run, List<JsonNode> inputs) {
        if (!inputs.isEmpty()) {
            ObjectNode body = object().put("run_id", run.id());
            body.putArray("datasets").addAll(inputs);
            api.post("runs/log-inputs", body);
        }
    }

    /** Stores a file of a run. */
    void upload(Known run, String path, Supplier<InputStream> bytes) {
        api.upload(run.artifacts() + "/" + path, bytes);
    }

    /** Gives a run the status that it has at its source, and marks it as all there. */
    void finish(Known run, RunData data) {
        ObjectNode update = object().put("run_id", run.id()).put("status", data.status());
        data.end().ifPresent(end -> update.put("end_time", end));
        api.post("runs/update", update);
        api.post(
                "runs/set-tag",
                object().put("run_id", run.id()).put("key", STATE).put("value", COMPLETE));
    }

    private static ObjectNode batch(Known run) {
        return object().put("run_id", run.id());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
