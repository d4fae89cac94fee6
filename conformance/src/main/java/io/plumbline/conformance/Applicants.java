package io.plumbline.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applicants for credit, in the columns of the German credit data; the same for the same seed.
 *
 * @param rows a value for each of {@link #FEATURES}
 */
record Applicants(List<ArrayNode> rows) {
    /** Columns of text. */
    static final List<String> CATEGORIES = List.of("CheckingStatus", "CreditHistory", "LoanPurpose", "Sex", "Housing");
    /** Columns of whole numbers. */
    static final List<String> NUMBERS = List.of("LoanDuration", "LoanAmount", "Age");
    /** All columns that the model sees. */
    static final List<String> FEATURES = features();

    private static final List<List<String>> VALUES = List.of(
            List.of("0_to_200", "greater_200", "less_0", "no_checking"),
            List.of("all_credits_paid_back", "outstanding_credit", "prior_payments_delayed"),
            List.of("car_new", "education", "furniture", "radio_tv"),
            List.of("female", "male"),
            List.of("free", "own", "rent"));
    private static final int AGE = FEATURES.indexOf("Age");

    private static List<String> features() {
        List<String> all = new ArrayList<>(CATEGORIES);
        all.addAll(NUMBERS);
        return List.copyOf(all);
    }

    static Applicants of(int count, long seed) {
        Random chance = new Random(seed);
        List<ArrayNode> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(chance));
        }
        return new Applicants(rows);
    }

    private static ArrayNode row(Random chance) {
        ArrayNode row = JsonNodeFactory.instance.arrayNode();
        VALUES.forEach(values -> row.add(values.get(chance.nextInt(values.size()))));
        return row.add(chance.nextInt(4, 65)).add(chance.nextInt(250, 12_000)).add(chance.nextInt(19, 75));
    }

    long olderThan(int age) {
        return rows.stream().filter(row -> row.get(AGE).asInt() > age).count();
    }

    /** As a scoring payload: the request and what the model answered. */
    ObjectNode payload(String scoringId) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("scoring_id", scoringId).put("response_time", 12);
        ObjectNode request = payload.putObject("request");
        FEATURES.forEach(request.putArray("fields")::add);
        rows.forEach(request.putArray("values")::add);
        ObjectNode response = payload.putObject("response");
        response.putArray("fields").add("prediction").add("probability");
        ArrayNode answers = response.putArray("values");
        rows.forEach(row -> {
            ArrayNode answer = answers.addArray().add(row.get(AGE).asInt() > 40 ? "No Risk" : "Risk");
            answer.addArray().add(0.25).add(0.75);
        });
        return payload;
    }

    /** As comma separated lines with what turned out to be true. */
    String labelled() {
        StringBuilder lines = new StringBuilder(String.join(",", FEATURES)).append(",Risk\n");
        for (ArrayNode row : rows) {
            row.forEach(value -> lines.append(value.asString()).append(','));
            lines.append("No Risk\n");
        }
        return lines.toString();
    }
}
