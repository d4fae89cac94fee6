package io.plumbline.conformance;

import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client of Plumbline's own API does with a monitor: it finds it, runs it, and reads what it found. The model and the monitor are made by
 * the OpenScale API, so that this also holds that both see the same things.
 */
public final class NativeSuite {
    private static final int ROWS = 50;
    private static final String PERFORMANCE = "performance";

    private final Client client;
    private final Registrations registrations;
    private final PrintStream out;
    private final String scoringId = UUID.randomUUID().toString();

    /**
     * Against this server.
     *
     * @param key an API key of an administrator
     * @param out is told what went well
     */
    public NativeSuite(URI server, String key, PrintStream out) {
        this.client = new Client(server, "Bearer " + key);
        this.registrations = new Registrations(client);
        this.out = out;
    }

    /** Runs it against the server, with the key that the arguments name. */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("Usage: NativeSuite URL KEY");
            System.exit(2);
        }
        new NativeSuite(URI.create(arguments[0]), arguments[1], System.out).run();
    }

    /**
     * Runs all of it.
     *
     * @throws IllegalStateException that says what was answered otherwise than it must be
     */
    public void run() {
        String mart = registrations.dataMart();
        String provider = registrations.serviceProvider();
        String subscription =
                registrations.subscription(mart, provider, scoringId, Applicants.FEATURES, Applicants.CATEGORIES);
        new Monitored(client, mart, subscription).enable(PERFORMANCE, JsonNodeFactory.instance.objectNode());
        String monitor = find(subscription);
        runWithoutRecords(monitor);
        send(subscription);
        runWithRecords(monitor);
        page(monitor);
        refuse(monitor);
        new BaselineSuite(client, registrations.dataSet("payload_logging", subscription), out).run(mart, subscription);
        registrations.remove(subscription, provider, mart);
        client.call("GET", monitor, "application/json", "", 404);
        out.println("ok  a monitor goes with its subscription");
    }

    /** The path of the one monitor of the model. */
    private String find(String subscription) {
        JsonNode found = client.get("/api/v1/monitors?definition=" + PERFORMANCE + "&model_id=" + subscription)
                .path("monitors");
        Check.equal(1, found.size(), "the number of monitors of the model");
        JsonNode monitor = found.get(0);
        Check.equal("no_data", monitor.path("state").asString(), "the state of a monitor that never ran");
        Check.equal("German credit", monitor.at("/model/name").asString(), "the name of the model");
        String path = "/api/v1/monitors/" + monitor.path("id").asString();
        Check.equal(monitor, client.get(path), "the monitor");
        out.println("ok  a monitor that another dialect made is found");
        return path;
    }

    private void runWithoutRecords(String monitor) {
        JsonNode check = finished(monitor, JsonNodeFactory.instance.objectNode());
        Check.equal("not_computable", check.path("result").asString(), "the result of a check without records");
        Check.that(!check.path("message").asString("").isEmpty(), "it is not said why nothing was computed: " + check);
        out.println("ok  a check without records finishes, and says why there is no measurement");
    }

    private void send(String subscription) {
        String payload = registrations.dataSet("payload_logging", subscription);
        ArrayNode body =
                JsonNodeFactory.instance.arrayNode().add(Applicants.of(ROWS, 7).payload(scoringId));
        client.post("/v2/data_sets/" + payload + "/records", body, 202);
    }

    private void runWithRecords(String monitor) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.putObject("window").put("from", "2000-01-01T00:00:00Z").put("until", "2100-01-01T00:00:00Z");
        JsonNode check = finished(monitor, request);
        Check.equal("measured", check.path("result").asString(), "the result of a check");
        Check.equal(ROWS, check.path("records").asInt(), "the number of records");
        String id = check.path("id").asString();
        JsonNode measurement = client.get(monitor + "/measurements/" + id);
        Check.equal(id, measurement.path("check_id").asString(), "the check of the measurement");
        JsonNode records = measurement
                .path("readings")
                .valueStream()
                .filter(reading -> reading.path("metric").asString().equals("scoring_records"))
                .findFirst()
                .orElseThrow();
        Check.close(ROWS, records.path("value").asDouble(), "scoring_records");
        Check.equal("ok", client.get(monitor).path("state").asString(), "the state of a monitor that has measured");
        out.println("ok  a check of a window measures, and its measurement has its id");
    }

    /** A check once it is over, which was asked for just now. */
    private JsonNode finished(String monitor, ObjectNode request) {
        JsonNode check = new NativeChecks(client).over(monitor, request);
        Check.equal("finished", check.path("state").asString(), "the state of " + check);
        client.call("POST", NativeChecks.path(monitor, check) + "/cancel", "application/json", "", 409);
        return check;
    }

    private void page(String monitor) {
        JsonNode first = client.get(monitor + "/checks?limit=1");
        Check.equal("measured", first.at("/checks/0/result").asString(), "the newest check");
        JsonNode second = client.get(
                monitor + "/checks?limit=1&cursor=" + first.path("next_cursor").asString());
        Check.equal("not_computable", second.at("/checks/0/result").asString(), "the check before");
        Check.that(!second.has("next_cursor"), "there is a page behind the last one: " + second);
        Check.equal(
                1, client.get(monitor + "/measurements").path("measurements").size(), "the number of measurements");
        Check.equal(
                0,
                client.get(monitor + "/measurements?until=2000-01-01T00:00:00Z")
                        .path("measurements")
                        .size(),
                "the number of earlier measurements");
        Check.equal(
                0,
                client.get(monitor + "/incidents?state=open").path("incidents").size(),
                "the number of incidents");
        out.println("ok  lists come newest first, page by page");
    }

    private void refuse(String monitor) {
        for (String wrong : List.of("checks?limit=0", "checks?cursor=x", "checks?state=x", "measurements?from=x")) {
            JsonNode problem = client.call("GET", monitor + "/" + wrong, "application/json", "", 400)
                    .body();
            Check.equal(
                    "urn:plumbline:invalid", problem.path("type").asString(), "the type of the problem of " + wrong);
        }
        ObjectNode reversed = JsonNodeFactory.instance.objectNode();
        reversed.putObject("window").put("from", "2100-01-01T00:00:00Z").put("until", "2000-01-01T00:00:00Z");
        client.post(monitor + "/checks", reversed, 400);
        client.call("GET", monitor + "/checks/000000000000000000000000", "application/json", "", 404);
        client.call("GET", monitor + "/measurements/000000000000000000000000", "application/json", "", 404);
        out.println("ok  what makes no sense is refused");
    }
}
