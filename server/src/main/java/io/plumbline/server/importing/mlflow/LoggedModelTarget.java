package io.plumbline.server.importing.mlflow;

import io.plumbline.server.importing.mlflow.Source.LoggedModelData;
import io.plumbline.server.importing.mlflow.Target.Known;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where logged models are brought to. One there carries the id that it has at its source, and a mark once all of it is there. */
final class LoggedModelTarget {
    private static final String MODELS = "logged-models";
    private static final String SOURCE_MODEL = Target.MARK + "model_id";
    private static final int PAGE = 1_000;

    private final MlflowApi api;

    LoggedModelTarget(MlflowApi api) {
        this.api = api;
    }

    /** The models of an experiment that came, by their ids at the source. */
    Map<String, Known> models(String experiment) {
        Map<String, Known> models = new HashMap<>();
        ObjectNode query = object().put("max_results", PAGE);
        query.putArray("experiment_ids").add(experiment);
        new Pages(api).posted(MODELS + "/search", query, "models").forEach(model -> note(model, models));
        return models;
    }

    private static void note(JsonNode model, Map<String, Known> models) {
        String source = KeyValueList.read(model.at("/info/tags")).get(SOURCE_MODEL);
        if (source != null) {
            models.put(source, known(model));
        }
    }

    private static Known known(JsonNode model) {
        JsonNode info = model.path("info");
        return new Known(
                info.path("model_id").asString(),
                ArtifactRoot.path(info.path("artifact_uri").asString()),
                KeyValueList.read(info.path("tags"))
                        .getOrDefault(Target.STATE, "")
                        .equals(Target.COMPLETE));
    }

    /** Makes a model, by this run where it came. */
    Known add(String experiment, LoggedModelData model, Optional<Known> run) {
        Map<String, String> tags = new LinkedHashMap<>(model.tags());
        tags.keySet().removeIf(key -> key.startsWith(Target.MARK));
        tags.put(SOURCE_MODEL, model.id());
        ObjectNode body = object().put("experiment_id", experiment)
                .put("name", model.name())
                .put("model_type", model.type());
        run.ifPresent(made -> body.put("source_run_id", made.id()));
        body.set("params", KeyValueList.write(model.params()));
        body.set("tags", KeyValueList.write(tags));
        return known(api.post(MODELS, body).path("model"));
    }

    /** Gives a model the status that it has at its source, notes that the run made it, and marks it as all there. */
    void finish(Known model, LoggedModelData data, Optional<Known> run) {
        api.patch(
                MODELS + "/" + model.id(), object().put("model_id", model.id()).put("status", data.status()));
        run.ifPresent(made -> {
            ObjectNode outputs = object().put("run_id", made.id());
            outputs.putArray("models").addObject().put("model_id", model.id()).put("step", data.step());
            api.post("runs/outputs", outputs);
        });
        ObjectNode mark = object();
        mark.set("tags", KeyValueList.write(Map.of(Target.STATE, Target.COMPLETE)));
        api.patch(MODELS + "/" + model.id() + "/tags", mark);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
