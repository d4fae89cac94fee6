package io.plumbline.conformance;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Registers a credit model by the OpenScale API, and waits for what it does in the background. */
record Registrations(Client client) {
    private static final int ATTEMPTS = 600;
    private static final long BETWEEN = 100;

    /** Adds a data mart and returns its id. */
    String dataMart() {
        return client.post("/v2/data_marts", object().put("internal_database", true), 201)
                .id();
    }

    /** Adds a service provider and returns its id. */
    String serviceProvider() {
        ObjectNode request = object().put("name", "scoring").put("service_type", "custom_machine_learning");
        request.putObject("credentials").put("token", "hidden");
        JsonNode added = client.post("/v2/service_providers", request, 202).body();
        Check.that(!added.toString().contains("hidden"), "credentials are echoed");
        return added.at("/metadata/id").asString();
    }

    /** Adds a subscription of a model with these inputs and returns its id. */
    String subscription(String mart, String provider, String asset, List<String> features, List<String> categories) {
        ObjectNode request = object().put("data_mart_id", mart).put("service_provider_id", provider);
        request.putObject("asset")
                .put("asset_id", asset)
                .put("name", "German credit")
                .put("url", "http://127.0.0.1:9/score")
                .put("asset_type", "model")
                .put("input_data_type", "structured")
                .put("problem_type", "binary");
        request.putObject("deployment")
                .put("deployment_id", asset)
                .put("name", "online")
                .put("deployment_type", "online");
        ObjectNode properties = request.putObject("asset_properties")
                .put("label_column", "Risk")
                .put("prediction_field", "prediction");
        properties.putArray("probability_fields").add("probability");
        features.forEach(properties.putArray("feature_fields")::add);
        categories.forEach(properties.putArray("categorical_fields")::add);
        return client.post("/v2/subscriptions", request, 202).id();
    }

    /** The id of the one data set of this type that a subscription has. */
    String dataSet(String type, String subscription) {
        JsonNode found = client.get(
                "/v2/data_sets?target.target_type=subscription&type=" + type + "&target.target_id=" + subscription);
        Check.equal(1, found.path("data_sets").size(), "the number of data sets of type " + type);
        return found.at("/data_sets/0/metadata/id").asString();
    }

    /** How many records a data set has. */
    long count(String dataSet, String filter) {
        return client.get("/v2/data_sets/" + dataSet + "/records?limit=0&include_total_count=true" + filter)
                .path("total_count")
                .asLong();
    }

    /** What is at a path, once it has finished. */
    JsonNode finished(String path) {
        JsonNode work = over(path);
        Check.equal("finished", state(work), "the state of " + work);
        return work;
    }

    /** What is at a path, once it has finished or failed. */
    JsonNode over(String path) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            JsonNode work = client.get(path);
            if (Set.of("finished", "error").contains(state(work))) {
                return work;
            }
            pause();
        }
        throw new IllegalStateException(path + " does not finish");
    }

    private static String state(JsonNode work) {
        return work.at("/entity/status/state").asString();
    }

    /** Waits a little before something is asked again. */
    static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Removes all of it. */
    void remove(String subscription, String provider, String mart) {
        client.delete("/v2/subscriptions/" + subscription + "?force=true");
        client.call("GET", "/v2/subscriptions/" + subscription, "application/json", "", 404);
        client.delete("/v2/service_providers/" + provider);
        client.delete("/v2/data_marts/" + mart);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
