package io.plumbline.conformance;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a client of Plumbline's own API does to have records compared with others than those of the training. */
final class BaselineSuite {
    private static final String BASELINES = "/api/v1/baselines";
    private static final String DRIFT = "drift_v2";

    private final Client client;
    private final String dataset;
    private final PrintStream out;

    /** On a server whose dataset has records. */
    BaselineSuite(Client client, String dataset, PrintStream out) {
        this.client = client;
        this.dataset = dataset;
        this.out = out;
    }

    void run(String mart, String model) {
        String all = add(model, source -> source.put("kind", "training"));
        String always = add(model, BaselineSuite::always);
        String before = add(
                model,
                source -> source.put("kind", "moving").put("length", "P1D").put("gap", "PT12H"));
        Check.equal("PT24H", client.get(path(before)).at("/source/length").asString(), "the length of the window");
        page(model, Set.of(all, always, before));
        refuse(model);
        failWithout(always, compare(mart, model, always));
        client.call("DELETE", path(all), "application/json", "", 204);
        client.call("GET", path(all), "application/json", "", 404);
        client.call("DELETE", path(all), "application/json", "", 404);
        out.println("ok  baselines are added, compared with, and removed");
    }

    private static void always(ObjectNode source) {
        source.put("kind", "fixed");
        source.putObject("window").put("from", "2000-01-01T00:00:00Z").put("until", "2100-01-01T00:00:00Z");
    }

    private String add(String model, Consumer<ObjectNode> source) {
        Client.Answer added = client.post(BASELINES, request(model, source), 201);
        String id = added.body().path("id").asString();
        Check.equal(path(id), added.location(), "the address of the baseline");
        Check.equal(added.body(), client.get(path(id)), "the baseline");
        return id;
    }

    private ObjectNode request(String model, Consumer<ObjectNode> source) {
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("model_id", model).put("name", "before the release");
        source.accept(request.putObject("source").put("dataset_id", dataset));
        return request;
    }

    private static String path(String id) {
        return BASELINES + "/" + id;
    }

    private void page(String model, Set<String> ids) {
        String path = BASELINES + "?limit=2&model_id=" + model;
        JsonNode first = client.get(path);
        JsonNode second =
                client.get(path + "&cursor=" + first.path("next_cursor").asString());
        Check.equal(2, ids(first).size(), "the number of baselines of a page");
        Set<String> listed = new HashSet<>(ids(first));
        listed.addAll(ids(second));
        Check.equal(ids, listed, "the ids of both pages");
        Check.that(!second.has("next_cursor"), "there is a page behind the last one: " + second);
    }

    private static List<String> ids(JsonNode page) {
        return page.path("baselines")
                .valueStream()
                .map(baseline -> baseline.path("id").asString())
                .toList();
    }

    private void refuse(String model) {
        refuse(model, "window", source -> source.put("kind", "fixed"));
        refuse(model, "length", source -> source.put("kind", "moving"));
        refuse(model, "length", source -> source.put("kind", "moving").put("length", "a day"));
        refuse(model, "baseline", source -> source.put("kind", "moving").put("length", "PT0S"));
        refuse(model, "gap", source -> source.put("kind", "training").put("gap", "P1D"));
        String unknown = "000000000000000000000000";
        client.post(
                BASELINES,
                request(model, source -> source.put("kind", "training").put("dataset_id", unknown)),
                404);
        client.post(BASELINES, request(unknown, source -> source.put("kind", "training")), 404);
        client.post(
                BASELINES,
                request(model, source -> source.put("kind", "training")).put("name", " "),
                400);
    }

    private void refuse(String model, String where, Consumer<ObjectNode> source) {
        JsonNode problem = client.post(BASELINES, request(model, source), 400).body();
        Check.equal(where, problem.path("where").asString(), "what is wrong with the source: " + problem);
    }

    /** Records that are compared with themselves have not drifted; returns the path of the monitor that found that. */
    private String compare(String mart, String model, String baseline) {
        Monitored monitors = new Monitored(client, mart, model);
        monitors.enable(DRIFT, JsonNodeFactory.instance.objectNode().put("baseline", baseline));
        monitors.run(DRIFT);
        // Each API writes the same id in its own way.
        JsonNode found = client.get("/api/v1/monitors/" + monitors.idOf(DRIFT));
        String monitor = "/api/v1/monitors/" + found.path("id").asString();
        JsonNode measurement = client.get(monitor + "/measurements/" + monitors.runOf(DRIFT));
        List<JsonNode> scores = measurement
                .path("readings")
                .valueStream()
                .filter(reading -> reading.path("metric").asString().equals("feature_drift_score"))
                .toList();
        Check.that(!scores.isEmpty(), "no feature was compared: " + measurement);
        for (JsonNode score : scores) {
            Check.close(0, score.path("value").asDouble(), "the drift of records against themselves");
        }
        return monitor;
    }

    /** A monitor whose baseline was removed says so. */
    private void failWithout(String baseline, String monitor) {
        client.call("DELETE", path(baseline), "application/json", "", 204);
        JsonNode check = new NativeChecks(client).over(monitor, JsonNodeFactory.instance.objectNode());
        Check.equal("failed", check.path("state").asString(), "the state of a check whose baseline is gone");
        Check.that(check.path("message").asString("").contains(baseline), "the baseline is not named: " + check);
    }
}
