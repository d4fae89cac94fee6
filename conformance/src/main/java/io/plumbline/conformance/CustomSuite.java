package io.plumbline.conformance;

import java.io.PrintStream;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a client of the OpenScale API does to keep metrics of its own. */
final class CustomSuite {
    private static final String PUBLISHED = """
            [{"timestamp": "2026-02-01T10:20:30.123456Z",
              "metrics": [{"specificity": 0.78, "sensitivity": 0.67, "region": "us-south"}, {"sensitivity": 0.9}],
              "sources": [{"id": "c", "type": "confusion_matrix", "metric_ids": ["specificity"], "data": {"values": [[1, 2]]}}]}]
            """;

    private final Client client;
    private final Monitored monitors;
    private final PrintStream out;
    private final String name = "Desk " + UUID.randomUUID();
    private final String id = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[ -]", "_");

    CustomSuite(Client client, Monitored monitors, PrintStream out) {
        this.client = client;
        this.monitors = monitors;
        this.out = out;
    }

    void run() {
        define();
        monitors.enable(id, JsonNodeFactory.instance.objectNode());
        publish();
        read();
        client.call("DELETE", "/v2/monitor_definitions/" + id, "application/json", "", 409);
        monitors.disable(id);
        client.delete("/v2/monitor_definitions/" + id);
        client.call("DELETE", "/v2/monitor_definitions/quality", "application/json", "", 409);
        out.println("ok  a monitor of one's own keeps what is published, once");
    }

    private void define() {
        ObjectNode request = (ObjectNode) JsonMapper.shared().readTree("""
                {"metrics": [{"name": "sensitivity", "thresholds": [{"type": "lower_limit", "default": 0.8}]},
                             {"name": "specificity", "thresholds": [{"type": "lower_limit", "default": 0.75}]}],
                 "tags": [{"name": "region", "description": "of the world"}]}
                """);
        Check.equal(
                id,
                client.post("/v2/monitor_definitions", request.put("name", name), 201)
                        .id(),
                "the id of the definition");
        Check.that(client.get("/v2/monitor_definitions?type=user").toString().contains(id), "it is not listed");
    }

    private void publish() {
        String measurements = monitors.path(id) + "/measurements";
        client.post(measurements, PUBLISHED, 202);
        client.post(measurements, PUBLISHED, 202);
        client.post(measurements, PUBLISHED.replace("sensitivity", "speed"), 400);
        client.post(measurements, PUBLISHED.replace("0.67", "\"high\""), 400);
    }

    private void read() {
        String period = "/measurements?start=2026-02-01T00:00:00Z&end=2026-02-02T00:00:00Z";
        JsonNode list = client.get(monitors.path(id) + period);
        Check.equal(1, list.path("measurements").size(), "the number of measurements after the same came twice");
        Found found = new Found(list.at("/measurements/0"));
        Check.equal(1, found.issues(), "the number of issues");
        found.require("specificity", 0.78, "region", "us-south");
        Check.equal(
                0.8,
                found.metric("sensitivity", "region", "us-south")
                        .path("lower_limit")
                        .asDouble(),
                "the limit in force");
        JsonNode elsewhere = client.get(monitors.path(id) + period + "&filter=region:eq:us-north");
        Check.equal(0, elsewhere.path("measurements").size(), "the number of measurements of another region");
        String one = found.measurement().at("/metadata/id").asString();
        JsonNode full = client.get(monitors.path(id) + "/measurements/" + one + "?metric_id=specificity");
        Check.equal(1, full.at("/entity/sources").size(), "the evidence behind specificity");
        JsonNode other = client.get(monitors.path(id) + "/measurements/" + one + "?metric_id=sensitivity");
        Check.equal(0, other.at("/entity/sources").size(), "the evidence behind sensitivity");
    }
}
