package io.plumbline.conformance;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The monitors of one subscription. */
final class Monitored {
    private final Client client;
    private final String mart;
    private final String subscription;
    private final Map<String, String> instances = new HashMap<>();
    private final Map<String, String> runs = new HashMap<>();

    Monitored(Client client, String mart, String subscription) {
        this.client = client;
        this.mart = mart;
        this.subscription = subscription;
    }

    /** Enables a monitor without a schedule. */
    void enable(String definition, JsonNode parameters) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("data_mart_id", mart)
                .put("monitor_definition_id", definition)
                .set("parameters", parameters);
        request.putObject("target").put("target_type", "subscription").put("target_id", subscription);
        JsonNode added = client.post("/v2/monitor_instances?skip_scheduler=true", request, 201)
                .body();
        Check.equal("active", added.at("/entity/status/state").asString(), "the state of the monitor " + definition);
        instances.put(definition, added.at("/metadata/id").asString());
    }

    /** The path of a monitor. */
    String path(String definition) {
        return "/v2/monitor_instances/" + idOf(definition);
    }

    /** The id of a monitor. */
    String idOf(String definition) {
        return Objects.requireNonNull(instances.get(definition));
    }

    /** Runs a monitor and waits until it has finished. */
    void run(String definition) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("triggered_by", "user");
        request.putObject("parameters").put("why", "conformance");
        Client.Answer started = client.post(path(definition) + "/runs", request, 201);
        Check.equal(path(definition) + "/runs/" + started.id(), started.location(), "the address of the run");
        JsonNode run = new Registrations(client).finished(started.location());
        Check.equal("user", run.at("/entity/triggered_by").asString(), "what triggered the run");
        Check.equal("conformance", run.at("/entity/parameters/why").asString(), "the parameter of the run");
        Check.that(run.at("/entity/status").has("completed_at"), "it is not said when the run finished: " + run);
        runs.put(definition, started.id());
    }

    /** The run of a monitor. */
    String runOf(String definition) {
        return Objects.requireNonNull(runs.get(definition));
    }

    /** What the run of a monitor found. */
    Found found(String definition) {
        JsonNode list = client.get(path(definition) + "/measurements?run_id=" + runOf(definition))
                .path("measurements");
        Check.equal(1, list.size(), "the number of measurements of the run of " + definition);
        Check.equal(definition, list.at("/0/entity/monitor_definition_id").asString(), "the definition");
        return new Found(list.get(0));
    }

    /** Removes a monitor. */
    void disable(String definition) {
        client.delete(path(definition));
        client.call("GET", path(definition), "application/json", "", 404);
    }
}
