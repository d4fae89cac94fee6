package io.plumbline.server.openscale;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.openscale.RunningServer.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One of everything that an organization can have, and the paths that lead to it. */
final class Workspace {
    private static final String NOBODYS = "018f0000-0000-8000-8000-000000000000";

    private final RunningServer server;
    private final Map<String, String> ids = new HashMap<>();
    private final List<String> paths = new ArrayList<>();

    private Workspace(RunningServer server) {
        this.server = server;
    }

    /** Makes one, as the administrator. */
    static Workspace in(RunningServer server) {
        Workspace made = new Workspace(server);
        made.add("data_mart_id", "/v2/data_marts", "{\"name\":\"mart\",\"internal_database\":true}");
        made.add(
                "service_provider_id",
                "/v2/service_providers",
                "{\"name\":\"engine\",\"service_type\":\"custom_machine_learning\",\"credentials\":{\"token\":\"t\"}}");
        made.add("integrated_system_id", "/v2/integrated_systems", "{\"name\":\"hook\",\"type\":\"webhook\"}");
        made.add("operational_space_id", "/v2/operational_spaces", "{\"name\":\"staging\"}");
        made.add("secret_id", "/v2/secrets", "{\"credentials\":{\"token\":\"t\"}}");
        made.add(
                "subscription_id",
                "/v2/subscriptions",
                "{\"data_mart_id\":\"" + made.id("data_mart_id") + "\",\"service_provider_id\":\""
                        + made.id("service_provider_id") + "\",\"asset\":{\"asset_id\":\"a\",\"name\":\"n\","
                        + "\"url\":\"http://host.example\",\"asset_type\":\"model\",\"input_data_type\":\"structured\","
                        + "\"problem_type\":\"binary\"},\"deployment\":{\"deployment_id\":\"d\",\"name\":\"d\","
                        + "\"deployment_type\":\"online\"}}");
        made.ids.put(
                "data_set_id",
                server.get("/v2/data_sets")
                        .json()
                        .at("/data_sets/0/metadata/id")
                        .asString());
        made.paths.add("/v2/data_sets/" + made.id("data_set_id"));
        made.ids.put("dataset_id", made.id("data_set_id"));
        made.paths.add("/api/v1/datasets/" + made.id("dataset_id"));
        return made;
    }

    private void add(String parameter, String collection, String body) {
        Answer added = server.post(collection, body);
        assertThat(added.status()).as(added.text()).isBetween(200, 202);
        ids.put(parameter, added.id());
        paths.add(collection + "/" + added.id());
    }

    /** The id of what this parameter of paths names. */
    String id(String parameter) {
        return Objects.requireNonNull(ids.get(parameter));
    }

    Collection<String> ids() {
        return ids.values();
    }

    /** Whether the path of an operation names something that is here. */
    boolean names(ContractOperation operation) {
        return ids.keySet().stream().anyMatch(parameter -> operation.path().contains("{" + parameter + "}"));
    }

    /** The path of an operation with what is here, and with an id of nothing where there is nothing. */
    String path(ContractOperation operation) {
        return operation.path(parameter -> switch (parameter) {
            case "dataset_type" -> "feedback";
            case "resource_name" -> "models";
            case "monitor_definition_id" -> "quality";
            default -> ids.getOrDefault(parameter, NOBODYS);
        });
    }

    /** A body that an operation takes. */
    static String validBody(ContractOperation operation) {
        return operation
                .jsonBody()
                .map(schema -> SampleBody.of(operation, schema).toString())
                .orElse("[]");
    }

    /** Everything as it is now, by its path. */
    Map<String, String> asItIs() {
        return paths.stream()
                .collect(Collectors.toMap(path -> path, path -> server.get(path).text()));
    }
}
