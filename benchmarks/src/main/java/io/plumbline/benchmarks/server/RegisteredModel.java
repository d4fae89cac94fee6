package io.plumbline.benchmarks.server;

import java.io.IOException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model of the twenty features on a server.
 *
 * @param dataSet the id of the data set of its logged payload
 */
record RegisteredModel(String dataSet) {
    /** Registers one under this name. */
    static RegisteredModel register(Api api, String name) throws IOException, InterruptedException {
        String mart = id(api, "/v2/data_marts", object().put("internal_database", true));
        ObjectNode provider = object().put("name", name).put("service_type", "custom_machine_learning");
        provider.putObject("credentials");
        String providerId = id(api, "/v2/service_providers", provider);
        String subscription = id(
                api,
                "/v2/subscriptions",
                subscription(name).put("data_mart_id", mart).put("service_provider_id", providerId));
        return new RegisteredModel(
                api.get("/v2/data_sets?target.target_type=subscription&type=payload_logging&target.target_id="
                                + subscription)
                        .at("/data_sets/0/metadata/id")
                        .asString());
    }

    private static ObjectNode subscription(String name) {
        ObjectNode request = object();
        request.putObject("asset")
                .put("asset_id", name)
                .put("name", name)
                .put("url", "http://127.0.0.1:9/score")
                .put("asset_type", "model")
                .put("input_data_type", "structured")
                .put("problem_type", "regression");
        request.putObject("deployment")
                .put("deployment_id", name)
                .put("name", name)
                .put("deployment_type", "online");
        ObjectNode properties = request.putObject("asset_properties");
        Features.ALL.forEach(properties.putArray("feature_fields")::add);
        Features.TEXTS.forEach(properties.putArray("categorical_fields")::add);
        properties.set("input_data_schema", Features.schema());
        return request;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String id(Api api, String path, ObjectNode request) throws IOException, InterruptedException {
        return api.post(path, request).at("/metadata/id").asString();
    }

    /** The path of its records. */
    String records() {
        return "/v2/data_sets/" + dataSet + "/records";
    }
}
