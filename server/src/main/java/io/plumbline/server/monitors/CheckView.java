package io.plumbline.server.monitors;

import io.plumbline.server.output.Emphasis;
import io.plumbline.server.output.JsonText;
import io.plumbline.server.output.Listing;
import io.plumbline.server.output.View;
import io.plumbline.server.report.Figures;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a check found.
 *
 * @param monitor that was run, as the server describes it
 * @param check once it has finished
 * @param measurement that it made; empty where there was nothing to compute it from
 */
record CheckView(JsonNode monitor, JsonNode check, Optional<JsonNode> measurement) implements View {
    private static final List<String> TITLES = List.of("metric", "of", "value", "limit", "");
    private static final int SHOWN = 40;

    /** What a finished check found. */
    static CheckView of(JsonNode monitor, JsonNode check, MonitorApi api) {
        boolean measured = check.path("result").asString("").equals("measured");
        return new CheckView(monitor, check, measured ? Optional.of(api.measurement(check)) : Optional.empty());
    }

    /** How many numbers are outside of their limits. */
    int breaches() {
        return measurement.map(found -> found.path("breaches").asInt()).orElse(0);
    }

    @Override
    public void writeTable(Appendable out, Emphasis emphasis) throws IOException {
        if (measurement.isEmpty()) {
            out.append(MonitorChoice.name(monitor) + " has nothing to compute: "
                    + check.path("message").asString("") + ".\n");
            return;
        }
        List<JsonNode> readings = measurement
                .get()
                .path("readings")
                .valueStream()
                .sorted(worstFirst())
                .toList();
        out.append(headline(emphasis)).append("\n\n");
        List<List<String>> rows =
                readings.stream().limit(SHOWN).map(CheckView::row).toList();
        new Listing(TITLES, rows).writeTable(out, emphasis);
        if (readings.size() > SHOWN) {
            out.append("and " + (readings.size() - SHOWN) + " more; --format json shows all.\n");
        }
        out.append('\n').append(verdict(emphasis, readings.size())).append('\n');
    }

    /** Those outside of their limits, then those that have one. */
    private static Comparator<JsonNode> worstFirst() {
        return Comparator.comparingInt(reading ->
                reading.path("breach").asBoolean() ? 0 : limit(reading).isEmpty() ? 2 : 1);
    }

    private String headline(Emphasis emphasis) {
        JsonNode window = measurement.orElseThrow().path("window");
        return emphasis.strong(MonitorChoice.name(monitor)) + " looked at "
                + Figures.count(check.path("records").asLong()) + " records from "
                + window.path("from").asString() + " until "
                + window.path("until").asString() + ".";
    }

    private static List<String> row(JsonNode reading) {
        return List.of(
                reading.path("metric").asString(),
                Tags.text(reading.path("tags")),
                reading.has("value")
                        ? Figures.rounded(reading.path("value").asDouble())
                        : reading.path("reason").asString("–"),
                limit(reading),
                reading.path("breach").asBoolean() ? "outside" : "");
    }

    private static String limit(JsonNode reading) {
        String lower = reading.has("lower_limit")
                ? "≥ " + Figures.rounded(reading.path("lower_limit").asDouble())
                : "";
        String upper = reading.has("upper_limit")
                ? "≤ " + Figures.rounded(reading.path("upper_limit").asDouble())
                : "";
        return (lower + " " + upper).strip();
    }

    private String verdict(Emphasis emphasis, int readings) {
        return breaches() == 0
                ? "No number is outside of its limits."
                : emphasis.alarming("Outside of their limits: " + breaches() + " of " + readings + " numbers.");
    }

    @Override
    public void writeJson(Writer out) throws IOException {
        Map<String, JsonNode> both = new LinkedHashMap<>();
        both.put("check", check);
        measurement.ifPresent(found -> both.put("measurement", found));
        JsonText.write(out, both);
    }
}
