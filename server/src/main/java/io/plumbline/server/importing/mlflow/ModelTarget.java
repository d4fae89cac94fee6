package io.plumbline.server.importing.mlflow;

import io.plumbline.server.importing.mlflow.Source.ModelData;
import io.plumbline.server.importing.mlflow.Source.VersionData;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The registry that models are brought to. A version there carries the number that it has at its source. */
final class ModelTarget {
    private static final String SOURCE_VERSION = "plumbline.import.version";

    private static final int PAGE = 100;

    private final MlflowApi api;

    ModelTarget(MlflowApi api) {
        this.api = api;
    }

    /**
     * Registers a model, where the name is not there.
     *
     * @return whether it was there
     */
    boolean register(ModelData model) {
        boolean there =
                api.find("registered-models/get", Map.of("name", model.name())).isPresent();
        if (!there) {
            ObjectNode body = object(model.name()).put("description", model.description());
            body.set("tags", KeyValueList.write(model.tags()));
            api.post("registered-models/create", body);
        }
        return there;
    }

    /** The numbers of the versions that are there, by those of their source. */
    Map<Integer, Integer> versions(String model) {
        Map<Integer, Integer> numbers = new HashMap<>();
        String filter = "name = '" + model.replace("'", "\\'") + "'";
        ObjectNode query =
                JsonNodeFactory.instance.objectNode().put("filter", filter).put("max_results", PAGE);
        new Pages(api).got("model-versions/search", query, "model_versions").forEach(version -> note(version, numbers));
        return numbers;
    }

    private static void note(JsonNode version, Map<Integer, Integer> numbers) {
        String source = KeyValueList.read(version.path("tags")).getOrDefault(SOURCE_VERSION, "");
        if (source.matches("\\d{1,9}")) {
            numbers.put(Integer.valueOf(source), version.path("version").asInt());
        }
    }

    /**
     * Adds a version.
     *
     * @param run of this server that made it; empty where there is none
     * @param source where its files lie on this server
     * @return the number that it got
     */
    int add(String model, VersionData version, String run, String source) {
        Map<String, String> tags = new LinkedHashMap<>(version.tags());
        tags.put(SOURCE_VERSION, String.valueOf(version.version()));
        ObjectNode body =
                object(model).put("source", source).put("run_id", run).put("description", version.description());
        body.set("tags", KeyValueList.write(tags));
        return api.post("model-versions/create", body)
                .path("model_version")
                .path("version")
                .asInt();
    }

    /** Gives a version, by its number here, the stage and the aliases that it has at its source. */
    void place(String model, VersionData version, int number) {
        if (!version.stage().isEmpty() && !version.stage().equals("None")) {
            api.post(
                    "model-versions/transition-stage",
                    object(model)
                            .put("version", String.valueOf(number))
                            .put("stage", version.stage())
                            .put("archive_existing_versions", false));
        }
        version.aliases()
                .forEach(alias -> api.post(
                        "registered-models/alias",
                        object(model).put("alias", alias).put("version", String.valueOf(number))));
    }

    private static ObjectNode object(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name);
    }
}
