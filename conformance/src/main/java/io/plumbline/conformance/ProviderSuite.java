package io.plumbline.conformance;

import java.io.PrintStream;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a client of the OpenScale API does to have a monitor measured by a program of its own. */
final class ProviderSuite {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Client client;
    private final Monitored monitors;
    private final PrintStream out;
    private final String name = "Profit " + UUID.randomUUID();
    private final String definition = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[ -]", "_");

    ProviderSuite(Client client, Monitored monitors, PrintStream out) {
        this.client = client;
        this.monitors = monitors;
        this.out = out;
    }

    void run() {
        define();
        try (Provider provider = Provider.start(client)) {
            String system = system(provider.address(""));
            monitors.enable(
                    definition,
                    JSON.objectNode().put("custom_metrics_provider_id", system).put("custom_metrics_wait_time", 20));
            JsonNode first = over();
            if (message(first).contains("not public")) {
                out.println("skipped  a custom metrics provider: the server may not call this machine");
            } else {
                check(provider, system, first);
            }
            monitors.disable(definition);
            client.send("DELETE", "/v2/integrated_systems/" + system, "application/json", "", 204);
        }
        client.delete("/v2/monitor_definitions/" + definition);
    }

    private void define() {
        ObjectNode request = JSON.objectNode().put("name", name);
        ObjectNode metric = request.putArray("metrics").addObject().put("name", "gain");
        metric.putArray("thresholds").addObject().put("type", "lower_limit").put("default", 4);
        request.putArray("tags");
        request.putObject("monitor_runtime").put("type", "custom_metrics_provider");
        client.post("/v2/monitor_definitions", request, 201);
    }

    private String system(String endpoint) {
        ObjectNode request = JSON.objectNode().put("name", "profit").put("type", "custom_metrics_provider");
        request.putObject("credentials").put("auth_type", "bearer").put("token", Provider.TOKEN);
        request.putObject("connection").put("display_name", "profit").put("endpoint", endpoint);
        JsonNode added = client.post("/v2/integrated_systems", request, 201).body();
        Check.that(!added.toString().contains(Provider.TOKEN), "credentials are echoed");
        return added.at("/metadata/id").asString();
    }

    private JsonNode over() {
        Client.Answer started = client.post(monitors.path(definition) + "/runs", JSON.objectNode(), 201);
        return new Registrations(client).over(started.location());
    }

    private static String message(JsonNode run) {
        return run.at("/entity/status/message").asString("");
    }

    private void check(Provider provider, String system, JsonNode first) {
        Check.equal("finished", first.at("/entity/status/state").asString(), "the state of " + first);
        String measurements = monitors.path(definition) + "/measurements?run_id="
                + first.at("/metadata/id").asString();
        Found found = new Found(client.get(measurements).at("/measurements/0"));
        found.require("gain", 3.5);
        Check.equal(1, found.issues(), "the number of issues");
        String patch = """
                [{"op": "replace", "path": "/connection/endpoint", "value": "%s"}]
                """.formatted(provider.address("/broken"));
        client.call("PATCH", "/v2/integrated_systems/" + system, "application/json-patch+json", patch, 200);
        JsonNode second = over();
        Check.equal("error", second.at("/entity/status/state").asString(), "the state of a run that failed");
        Check.that(message(second).contains("answered 500"), "it is not said why: " + second);
        out.println("ok  a custom metrics provider is called, and publishes for its run");
    }
}
