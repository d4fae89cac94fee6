package io.plumbline.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The German credit data with what a model says of it: loans that it was trained on, loans that it was asked about, and loans of which it
 * became known how they went.
 *
 * @param training with their labels
 * @param payload without
 * @param feedback with their labels
 */
record GermanCredit(List<Loan> training, List<Loan> payload, List<Loan> feedback) {
    /** Columns of whole numbers. */
    static final List<String> NUMBERS = List.of(
            "LoanDuration",
            "LoanAmount",
            "InstallmentPercent",
            "CurrentResidenceDuration",
            "Age",
            "ExistingCreditsCount",
            "Dependents");

    private static final String LABEL = "Risk";
    private static final int PAYLOAD_ROWS = 2000;

    /**
     * One loan.
     *
     * @param features by column
     * @param risk the probability that the model gives to a risk
     * @param label what turned out to be true; empty where that is not known
     */
    record Loan(ObjectNode features, double risk, String label) {
        /** What the model says. */
        String prediction() {
            return risk >= 0.5 ? "Risk" : "No Risk";
        }

        /** How sure the model is of it. */
        double confidence() {
            return Math.max(risk, rounded(1 - risk));
        }

        String text(String feature) {
            return features.get(feature).asString();
        }

        double number(String feature) {
            return features.get(feature).doubleValue();
        }

        /** All that is known of it, with what the model says in columns with this at the front of their names. */
        ObjectNode labelled(String prefix) {
            ObjectNode row = features.deepCopy();
            row.put(LABEL, label).put(prefix + "prediction", prediction());
            row.putArray(prefix + "probability").add(rounded(1 - risk)).add(risk);
            return row;
        }
    }

    /** The data in the files of a folder. */
    static GermanCredit in(Path folder) throws IOException {
        return new GermanCredit(
                labelled(folder.resolve("german_credit_data_biased_training.csv")),
                asked(folder.resolve("german_credit_feed.json")),
                labelled(folder.resolve("credit_risk_test_data.csv")));
    }

    /** No value of these files has a comma in it. */
    private static List<Loan> labelled(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        List<String> names = List.of(lines.getFirst().split(","));
        List<Loan> loans = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            String[] values = line.split(",");
            for (int i = 0; i < values.length; i++) {
                put(row, names.get(i), values[i]);
            }
            String label = row.remove(LABEL).asString();
            loans.add(new Loan(row, risk(row), label));
        }
        return loans;
    }

    private static List<Loan> asked(Path json) {
        JsonNode table = JsonMapper.shared().readTree(json.toFile());
        return table.path("values")
                .valueStream()
                .limit(PAYLOAD_ROWS)
                .map(values -> {
                    ObjectNode row = JsonNodeFactory.instance.objectNode();
                    for (int i = 0; i < values.size(); i++) {
                        row.set(table.at("/fields/" + i).asString(), values.get(i));
                    }
                    return new Loan(row, risk(row), "");
                })
                .toList();
    }

    private static void put(ObjectNode row, String name, String value) {
        if (NUMBERS.contains(name)) {
            row.put(name, Integer.parseInt(value));
        } else {
            row.put(name, value);
        }
    }

    /** A model: long and large loans are risky, those of people without a checking account more so. */
    private static double risk(ObjectNode row) {
        double log = (row.get("LoanDuration").doubleValue() - 28) / 8
                + (row.get("LoanAmount").doubleValue() - 4500) / 2500
                + (row.get("CheckingStatus").asString().equals("no_checking") ? 0.75 : -0.5);
        return Math.clamp(rounded(1 / (1 + Math.exp(-log))), 0.01, 0.99);
    }

    private static double rounded(double probability) {
        return Math.round(probability * 1000) / 1000.0;
    }

    /** The columns that the model sees. */
    List<String> features() {
        return List.copyOf(training.getFirst().features().propertyNames());
    }

    /** Those of them that are texts. */
    List<String> categories() {
        return features().stream().filter(name -> !NUMBERS.contains(name)).toList();
    }
}
