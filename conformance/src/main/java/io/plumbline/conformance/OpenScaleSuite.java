package io.plumbline.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client of the OpenScale API does with the German credit model: it registers the model, and sends, reads, filters, patches and counts
 * its records, and has monitors watch them.
 */
public final class OpenScaleSuite {
    private static final int ROWS = 200;

    private final Client client;
    private final Registrations registrations;
    private final Optional<GermanCredit> credit;
    private final PrintStream out;
    private final String scoringId = UUID.randomUUID().toString();
    private final Applicants applicants = Applicants.of(ROWS, 7);

    /**
     * Against this server.
     *
     * @param key an API key of an administrator
     * @param credit the folder with the German credit data, which monitors watch; empty to leave them out
     * @param out is told what went well
     * @throws IOException where the data cannot be read
     */
    public OpenScaleSuite(URI server, String key, Optional<Path> credit, PrintStream out) throws IOException {
        String basic =
                Base64.getEncoder().encodeToString(("apikey:" + key).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        this.client = new Client(server, "Basic " + basic);
        this.registrations = new Registrations(client);
        this.credit = credit.isPresent() ? Optional.of(GermanCredit.in(credit.get())) : Optional.empty();
        this.out = out;
    }

    /** Runs it against the server, with the key and on the data that the arguments name. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2 || arguments.length > 3) {
            System.err.println("Usage: OpenScaleSuite URL KEY [FOLDER]");
            System.exit(2);
        }
        Optional<Path> credit = arguments.length == 3 ? Optional.of(Path.of(arguments[2])) : Optional.empty();
        new OpenScaleSuite(URI.create(arguments[0]), arguments[1], credit, System.out).run();
    }

    /**
     * Runs all of it.
     *
     * @throws IllegalStateException that says what was answered otherwise than it must be
     */
    public void run() {
        String mart = registrations.dataMart();
        String provider = registrations.serviceProvider();
        String subscription = subscription(mart, provider);
        out.println("ok  a data mart, a service provider and a subscription are added");
        String payload = registrations.dataSet("payload_logging", subscription);
        sendPayload(payload);
        readPayload(payload);
        filterPayload(payload);
        patchPayload(payload);
        aggregatePayload(payload);
        sendFeedback(subscription);
        Monitored monitors = new Monitored(client, mart, subscription);
        new ArchivesSuite(client, monitors, mart, subscription, out).run();
        new ProviderSuite(client, monitors, out).run();
        registrations.remove(subscription, provider, mart);
        out.println("ok  all of it is removed again");
        watch();
    }

    private void watch() {
        if (credit.isPresent()) {
            new MonitoringSuite(client, out, credit.get()).run();
        } else {
            out.println("skipped  monitors: without a folder with the German credit data");
        }
    }

    private String subscription(String mart, String provider) {
        String id = registrations.subscription(mart, provider, scoringId, Applicants.FEATURES, Applicants.CATEGORIES);
        Check.equal(
                "active",
                client.get("/v2/subscriptions/" + id).at("/entity/status/state").asString(),
                "the state");
        Check.equal(
                1,
                client.get("/v2/subscriptions?asset.asset_id=" + scoringId)
                        .path("subscriptions")
                        .size(),
                "found");
        return id;
    }

    private void sendPayload(String dataSet) {
        ArrayNode body = array().add(applicants.payload(scoringId));
        Client.Answer taken = client.post("/v2/data_sets/" + dataSet + "/records", body, 202);
        String request = taken.location().substring(taken.location().lastIndexOf('/') + 1);
        JsonNode state = client.get("/v2/data_sets/" + dataSet + "/requests/" + request);
        Check.equal("active", state.path("state").asString(), "the state of the request");
        client.post("/v2/data_sets/" + dataSet + "/records", body, 202);
        Check.equal((long) ROWS, count(dataSet, ""), "the number of records after the same payload came twice");
        out.println("ok  a scoring payload is taken, once");
    }

    private long count(String dataSet, String filter) {
        return registrations.count(dataSet, filter);
    }

    private void readPayload(String dataSet) {
        JsonNode values = client.get("/v2/data_sets/" + dataSet + "/records/" + scoringId + "-1")
                .at("/entity/values");
        for (int i = 0; i < Applicants.FEATURES.size(); i++) {
            String feature = Applicants.FEATURES.get(i);
            Check.equal(applicants.rows().getFirst().get(i), values.get(feature), feature);
        }
        Check.equal(0.75, values.at("/probability/1").asDouble(), "the probability");
        out.println("ok  a record reads as it was sent");
    }

    private void filterPayload(String dataSet) {
        Check.equal(applicants.olderThan(40), count(dataSet, "&filter=Age:gt:40"), "the number of older applicants");
        JsonNode page = client.get("/v2/data_sets/" + dataSet + "/records?order=Age:desc&limit=50&format=list");
        int age = page.at("/records/0/fields")
                .valueStream()
                .map(JsonNode::asString)
                .toList()
                .indexOf("Age");
        int before = Integer.MAX_VALUE;
        for (JsonNode row : page.at("/records/0/values")) {
            Check.that(row.get(age).asInt() <= before, "the records are not in the order of Age");
            before = row.get(age).asInt();
        }
        client.call("GET", "/v2/data_sets/" + dataSet + "/records?filter=Age:gt:old", "application/json", "", 400);
        out.println("ok  records are filtered and ordered");
    }

    private void patchPayload(String dataSet) {
        ArrayNode one = array();
        one.addObject().put("op", "replace").put("path", "/values/Age").put("value", 101);
        String record = "/v2/data_sets/" + dataSet + "/records/" + scoringId + "-1";
        client.call("PATCH", record, "application/json-patch+json", one.toString(), 200);
        ArrayNode many = array();
        many.addObject()
                .put("op", "add")
                .put("path", "/records/" + scoringId + "-2/annotations/checked")
                .put("value", "yes");
        client.call(
                "PATCH", "/v2/data_sets/" + dataSet + "/records", "application/json-patch+json", many.toString(), 202);
        Check.equal(101, client.get(record).at("/entity/values/Age").asInt(), "the patched value");
        Check.equal(1L, count(dataSet, "&filter=Age:gt:100"), "the number of records by the patched value");
        JsonNode second = client.get("/v2/data_sets/" + dataSet + "/records/" + scoringId + "-2");
        Check.equal("yes", second.at("/entity/annotations/checked").asString(), "the annotation");
        out.println("ok  records are patched and annotated");
    }

    private void aggregatePayload(String dataSet) {
        ObjectNode request = object().put("start", "2000-01-01T00:00:00Z")
                .put("end", "2100-01-01T00:00:00Z")
                .put("dataset", "payload_logging");
        request.putArray("group").add("Sex");
        request.putArray("agg").add("count").add("LoanAmount:avg");
        String id = client.post("/v2/data_sets/" + dataSet + "/distributions", request, 202)
                .id();
        JsonNode entity = registrations
                .finished("/v2/data_sets/" + dataSet + "/distributions/" + id)
                .path("entity");
        long records = entity.at("/distribution/values")
                .valueStream()
                .mapToLong(row -> row.get(1).asLong())
                .sum();
        Check.equal((long) ROWS, records, "the number of records in all groups");
        out.println("ok  records are aggregated by group");
    }

    private void sendFeedback(String subscription) {
        client.post("/v2/subscriptions/" + subscription + "/tables/feedback", object(), 202);
        String dataSet = registrations.dataSet("feedback", subscription);
        String records = "/v2/data_sets/" + dataSet + "/records";
        client.call(
                "POST",
                records + "?header=true",
                "text/csv",
                Applicants.of(30, 8).labelled(),
                202);
        Check.equal(30L, count(dataSet, "&filter=Risk:eq:No%20Risk"), "the number of labelled records");
        client.call("POST", records + "?header=true", "text/csv", "Age,Risk\nold,Risk\n", 400);
        Check.equal(30L, count(dataSet, ""), "the number of records after a broken file");
        out.println("ok  feedback is taken as CSV, and a broken file leaves nothing behind");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
