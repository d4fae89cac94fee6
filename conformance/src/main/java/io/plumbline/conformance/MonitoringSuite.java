package io.plumbline.conformance;

import io.plumbline.conformance.GermanCredit.Loan;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client of the OpenScale API does to have the German credit model watched: it logs payload, enables monitors, sends feedback, runs the
 * monitors and reads what they found, which must be what a direct computation over the same rows gives.
 */
final class MonitoringSuite {
    private static final int PAYLOADS = 4;
    private static final List<String> BUILT_IN = List.of("quality", "fairness", "drift", "drift_v2", "performance");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Client client;
    private final Registrations registrations;
    private final PrintStream out;
    private final GermanCredit data;
    private final String mart;
    private final String provider;
    private final String subscription;

    MonitoringSuite(Client client, PrintStream out, GermanCredit data) {
        this.client = client;
        this.registrations = new Registrations(client);
        this.out = out;
        this.data = data;
        mart = registrations.dataMart();
        provider = registrations.serviceProvider();
        subscription = registrations.subscription(
                mart, provider, UUID.randomUUID().toString(), data.features(), data.categories());
    }

    void run() {
        Monitored monitors = new Monitored(client, mart, subscription);
        sendTraining();
        sendPayload();
        BUILT_IN.forEach(definition -> monitors.enable(definition, parameters(definition)));
        sendFeedback();
        Instant begin = Instant.now();
        BUILT_IN.forEach(monitors::run);
        out.println("ok  monitors run over payload and feedback");
        checkQuality(monitors);
        checkFairness(monitors);
        checkDrift(monitors);
        checkDriftV2(monitors);
        checkTraffic(monitors);
        checkCounts(monitors);
        new History(client, subscription, monitors).check(begin, out);
        new CustomSuite(client, monitors, out).run();
        BUILT_IN.forEach(monitors::disable);
        registrations.remove(subscription, provider, mart);
        out.println("ok  monitors are removed with what they watch");
    }

    /** What the model was trained on, with what it says of it, is what drift is measured against. */
    private void sendTraining() {
        ObjectNode request = JSON.objectNode()
                .put("data_mart_id", mart)
                .put("name", "training")
                .put("type", "training");
        request.putObject("target").put("target_type", "subscription").put("target_id", subscription);
        ObjectNode schema = request.putObject("data_schema").put("type", "struct");
        ArrayNode fields = schema.putArray("fields");
        data.categories().forEach(name -> addField(fields, name, "string", "feature"));
        GermanCredit.NUMBERS.forEach(name -> addField(fields, name, "integer", "feature"));
        addField(fields, "Risk", "string", "target");
        addField(fields, "prediction", "string", "prediction");
        ObjectNode vector = JSON.objectNode().put("type", "array").put("elementType", "double");
        addField(fields, "probability", "string", "probability").set("type", vector.put("containsNull", true));
        String id = client.post("/v2/data_sets", request, 202).id();
        sendRows(id, data.training(), "");
        Check.equal((long) data.training().size(), registrations.count(id, ""), "the number of training records");
    }

    private static ObjectNode addField(ArrayNode fields, String name, String type, String role) {
        ObjectNode field =
                fields.addObject().put("name", name).put("type", type).put("nullable", true);
        field.putObject("metadata").put("modeling_role", role);
        return field;
    }

    private void sendRows(String dataSet, List<Loan> loans, String prefix) {
        ArrayNode rows = JSON.arrayNode();
        loans.forEach(loan -> rows.add(loan.labelled(prefix)));
        client.post("/v2/data_sets/" + dataSet + "/records", rows, 202);
    }

    private void sendPayload() {
        String dataSet = registrations.dataSet("payload_logging", subscription);
        ArrayNode payloads = JSON.arrayNode();
        int part = data.payload().size() / PAYLOADS;
        for (int i = 0; i < PAYLOADS; i++) {
            payloads.add(
                    payload(data.payload().subList(i * part, (i + 1) * part), "2026-01-3" + (i % 2) + "T08:30:00Z"));
        }
        client.post("/v2/data_sets/" + dataSet + "/records", payloads, 202);
        Check.equal((long) data.payload().size(), registrations.count(dataSet, ""), "the number of payload records");
    }

    private ObjectNode payload(List<Loan> loans, String time) {
        ObjectNode payload = JSON.objectNode()
                .put("scoring_id", UUID.randomUUID().toString())
                .put("scoring_timestamp", time)
                .put("response_time", 12);
        ObjectNode request = payload.putObject("request");
        data.features().forEach(request.putArray("fields")::add);
        ArrayNode asked = request.putArray("values");
        ObjectNode meta = request.putObject("meta");
        meta.putArray("fields").add("transaction_id");
        ArrayNode transactions = meta.putArray("values");
        ObjectNode response = payload.putObject("response");
        response.putArray("fields").add("prediction").add("probability");
        ArrayNode answered = response.putArray("values");
        for (Loan loan : loans) {
            ArrayNode row = asked.addArray();
            data.features().forEach(name -> row.add(loan.features().get(name)));
            transactions.addArray().add(payload.get("scoring_id"));
            answered.addArray().add(loan.prediction()).add(loan.labelled("").get("probability"));
        }
        return payload;
    }

    private void sendFeedback() {
        sendRows(registrations.dataSet("feedback", subscription), data.feedback(), "_original_");
        out.println("ok  training data, payload and feedback are taken");
    }

    private static JsonNode parameters(String definition) {
        return JsonMapper.shared()
                .readTree(
                        switch (definition) {
                            case "quality" -> "{\"min_feedback_data_size\": 100}";
                            case "fairness" -> """
                    {"favourable_class": ["No Risk"], "unfavourable_class": ["Risk"], "min_records": 100,
                     "features": [{"feature": "Sex", "majority": ["male"], "minority": ["female"], "threshold": 0.95},
                                  {"feature": "Age", "majority": [[26, 75]], "minority": [[18, 25]], "threshold": 0.95}]}
                    """;
                            case "drift" ->
                                "{\"min_samples\": 100, \"drift_threshold\": 0.05, \"train_drift_model\": false}";
                            case "drift_v2" -> "{\"min_samples\": 100}";
                            default -> "{}";
                        });
    }

    private void checkQuality(Monitored monitors) {
        Found found = monitors.found("quality");
        Map<String, Double> expected = Direct.quality(data.feedback());
        expected.forEach((metric, value) -> found.require(metric, value));
        boolean good = found.value("area_under_roc") >= 0.8;
        Check.equal(good ? 0 : 1, found.issues(), "the number of issues of quality");
        Check.equal(0.8, found.metric("area_under_roc").path("lower_limit").asDouble(), "the limit in force");
        out.println("ok  quality is that of the feedback");
    }

    private void checkFairness(Monitored monitors) {
        Found found = monitors.found("fairness");
        double women =
                Direct.favourable(data.payload(), loan -> loan.text("Sex").equals("female"));
        double men = Direct.favourable(data.payload(), loan -> loan.text("Sex").equals("male"));
        double young = Direct.favourable(data.payload(), loan -> loan.number("Age") >= 18 && loan.number("Age") <= 25);
        double old = Direct.favourable(data.payload(), loan -> loan.number("Age") >= 26 && loan.number("Age") <= 75);
        found.require("fairness_value", 100 * women / men, "feature", "Sex", "feature_value", "female");
        found.require("fairness_value", 100 * young / old, "feature", "Age", "feature_value", "18-25");
        found.require("statistical_parity_difference", women - men, "feature", "Sex");
        found.require("statistical_parity_difference", young - old, "feature", "Age");
        out.println("ok  fairness is that of the payload");
    }

    private void checkDrift(Monitored monitors) {
        Found found = monitors.found("drift");
        double expected = Direct.expectedAccuracy(data);
        double trained = Direct.share(data.training(), Direct::isRight);
        found.require("data_drift_magnitude", Direct.inconsistent(data));
        found.require("predicted_accuracy", expected);
        found.require("drift_magnitude", Math.max(0, trained - expected));
        out.println("ok  drift is that of the payload from the training data");
    }

    private void checkDriftV2(Monitored monitors) {
        Found found = monitors.found("drift_v2");
        for (String name : data.categories()) {
            found.require("feature_drift_score", texts(name), "field_name", name);
        }
        double amount = Direct.distanceOfNumbers(data.training(), data.payload(), loan -> loan.number("LoanAmount"));
        found.require("feature_drift_score", amount, "field_name", "LoanAmount");
        double mean = data.features().stream()
                .mapToDouble(name -> found.value("feature_drift_score", "field_name", name))
                .average()
                .orElseThrow();
        found.require("feature_drift_score", mean, "field_type", "subscription");
        found.require(
                "prediction_drift_score",
                Direct.distanceOfTexts(
                        data.training().stream().map(Loan::prediction).toList(),
                        data.payload().stream().map(Loan::prediction).toList()));
        found.require(
                "confidence_drift_score", Direct.distanceOfNumbers(data.training(), data.payload(), Loan::confidence));
        out.println("ok  drift v2 is that of each column");
    }

    private double texts(String name) {
        return Direct.distanceOfTexts(
                data.training().stream().map(loan -> loan.text(name)).toList(),
                data.payload().stream().map(loan -> loan.text(name)).toList());
    }

    private void checkTraffic(Monitored monitors) {
        Found found = monitors.found("performance");
        found.require("scoring_records", data.payload().size());
        found.require("scoring_requests", PAYLOADS);
        found.require("response_time", 12);
        out.println("ok  traffic is counted");
    }

    /** All that is there has been looked at. */
    private void checkCounts(Monitored monitors) {
        JsonNode entity = client.get(monitors.path("drift") + "?expand=total_records,unprocessed_records")
                .path("entity");
        Check.equal(data.payload().size(), entity.at("/total_records/count").asInt(), "the number of records");
        Check.equal("payload_logging", entity.at("/total_records/type").asString(), "the kind of records");
        Check.equal(0, entity.at("/unprocessed_records/count").asInt(-1), "the number of unprocessed records");
    }
}
