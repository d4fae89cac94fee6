package io.plumbline.server.monitors;

import io.plumbline.server.output.Emphasis;
import io.plumbline.server.output.JsonText;
import io.plumbline.server.output.Listing;
import io.plumbline.server.output.View;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Monitors, a line each.
 *
 * @param monitors as the server describes them
 */
record MonitorList(List<JsonNode> monitors) implements View {
    private static final List<String> TITLES =
            List.of("id", "model", "definition", "state", "incidents", "measured until", "last check");

    /** Keeps an unmodifiable copy. */
    MonitorList {
        monitors = List.copyOf(monitors);
    }

    @Override
    public void writeTable(Appendable out, Emphasis emphasis) throws IOException {
        new Listing(TITLES, monitors.stream().map(MonitorList::row).toList()).writeTable(out, emphasis);
    }

    private static List<String> row(JsonNode monitor) {
        return List.of(
                monitor.path("id").asString(),
                MonitorChoice.model(monitor),
                monitor.path("definition").asString(),
                monitor.path("state").asString(),
                Integer.toString(monitor.path("open_incidents").size()),
                monitor.path("measured_at").asString("never"),
                monitor.at("/last_check/state").asString("none"));
    }

    @Override
    public void writeJson(Writer out) throws IOException {
        JsonText.write(out, monitors);
    }
}
