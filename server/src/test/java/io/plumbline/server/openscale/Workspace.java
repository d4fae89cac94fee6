package io.plumbline.server.openscale;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.domain.Id;
import io.plumbline.server.dialect.ContractOperation;
import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.RunningServer.Answer;
import io.plumbline.server.dialect.Samples;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One of everything that an organization can have, and the paths that lead to it. */
public final class Workspace implements Samples {
    private static final String NOBODYS = "018f0000-0000-8000-8000-000000000000";

    private final RunningServer server;
    private final Map<String, String> ids = new HashMap<>();
    private final List<String> paths = new ArrayList<>();

    private Workspace(RunningServer server) {
        this.server = server;
    }

    /** Makes one, as the administrator. */
    public static Workspace in(RunningServer server) {
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
    public String id(String parameter) {
        return Objects.requireNonNull(ids.get(parameter));
    }

    @Override
    public Collection<String> ids() {
        return ids.values();
    }

    @Override
    public boolean names(ContractOperation operation) {
        return ids.keySet().stream().anyMatch(parameter -> operation.path().contains("{" + parameter + "}"));
    }

    @Override
    public String path(ContractOperation operation) {
        return operation.path(parameter -> switch (parameter) {
            case "dataset_type" -> "feedback";
            case "resource_name" -> "models";
            case "monitor_definition_id" -> "quality";
            default -> ids.getOrDefault(parameter, NOBODYS);
        });
    }

    @Override
    public Map<String, String> asItIs() {
        return paths.stream()
                .collect(Collectors.toMap(path -> path, path -> server.get(path).text()));
    }

    /** The instance of an organization, as it stands in paths. */
    static String instance(Id organization) {
        return WireId.of(organization);
    }
}
