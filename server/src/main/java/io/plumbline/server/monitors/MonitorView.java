package io.plumbline.server.monitors;

import io.plumbline.server.output.Emphasis;
import io.plumbline.server.output.JsonText;
import io.plumbline.server.output.Listing;
import io.plumbline.server.output.View;
import io.plumbline.server.report.Figures;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How a monitor is.
 *
 * @param monitor as the server describes it
 */
record MonitorView(JsonNode monitor) implements View {
    private static final List<String> INCIDENTS = List.of("since", "metric", "of", "value", "limit");
    private static final List<String> THRESHOLDS = List.of("metric", "of", "limit");

    @Override
    public void writeTable(Appendable out, Emphasis emphasis) throws IOException {
        out.append(emphasis.strong(MonitorChoice.name(monitor))).append('\n');
        line(out, "Id", monitor.path("id").asString());
        line(out, "State", monitor.path("state").asString());
        line(out, "Schedule", schedule(monitor.path("schedule")));
        line(out, "Measured until", monitor.path("measured_at").asString("never"));
        line(out, "Last check", check(monitor.path("last_check")));
        section(out, emphasis, "Open incidents", INCIDENTS, "open_incidents", MonitorView::incident);
        section(out, emphasis, "Limits", THRESHOLDS, "thresholds", MonitorView::threshold);
    }

    private static void line(Appendable out, String title, String text) throws IOException {
        out.append(String.format("  %-16s%s%n", title + ":", text));
    }

    private static String schedule(JsonNode schedule) {
        if (schedule.isMissingNode()) {
            return "none";
        }
        String times = schedule.has("cron")
                ? schedule.path("cron").asString() + " in "
                        + schedule.path("time_zone").asString()
                : every(schedule.path("interval").asInt(), schedule.path("unit").asString());
        return schedule.path("enabled").asBoolean() ? times : times + ", switched off";
    }

    private static String every(int interval, String units) {
        return interval == 1 ? "every " + units.substring(0, units.length() - 1) : "every " + interval + " " + units;
    }

    private static String check(JsonNode check) {
        if (check.isMissingNode()) {
            return "none";
        }
        String message = check.path("message").asString("");
        return check.path("state").asString() + ", asked for at "
                + check.path("created_at").asString() + (message.isEmpty() ? "" : ": " + message);
    }

    private void section(
            Appendable out,
            Emphasis emphasis,
            String title,
            List<String> titles,
            String field,
            Function<JsonNode, Stream<List<String>>> rows)
            throws IOException {
        out.append('\n').append(title).append(":");
        if (monitor.path(field).isEmpty()) {
            out.append(" none\n");
            return;
        }
        out.append('\n');
        new Listing(titles, monitor.path(field).valueStream().flatMap(rows).toList()).writeTable(out, emphasis);
    }

    private static Stream<List<String>> incident(JsonNode incident) {
        return Stream.of(List.of(
                incident.path("opened_at").asString(),
                incident.path("metric").asString(),
                Tags.text(incident.path("tags")),
                Figures.rounded(incident.path("value").asDouble()),
                Figures.rounded(incident.path("limit").asDouble())));
    }

    /** Limits of certain tags, the first that fits counts, and the one whatever the tags. */
    private static Stream<List<String>> threshold(JsonNode threshold) {
        String metric = threshold.path("metric").asString();
        String sign = threshold.path("side").asString().equals("lower") ? "≥ " : "≤ ";
        Stream<List<String>> specific = threshold
                .path("specific")
                .valueStream()
                .map(each -> List.of(
                        metric,
                        conditions(each.path("conditions")),
                        sign + Figures.rounded(each.path("value").asDouble())));
        Stream<List<String>> general = threshold.has("value")
                ? Stream.of(List.of(
                        metric,
                        "",
                        sign + Figures.rounded(threshold.path("value").asDouble())))
                : Stream.empty();
        return Stream.concat(specific, general);
    }

    private static String conditions(JsonNode conditions) {
        return conditions
                .valueStream()
                .map(condition -> condition.path("tag").asString() + "="
                        + condition.path("value").asString())
                .collect(Collectors.joining(", "));
    }

    @Override
    public void writeJson(Writer out) throws IOException {
        JsonText.write(out, monitor);
    }
}
