package io.plumbline.server.monitors;

import io.plumbline.server.output.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** A mixin for commands about one monitor: which one a user means. */
final class MonitorChoice {
    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{24}|\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final int SHOWN = 8;

    @Parameters(
            index = "0",
            paramLabel = "MONITOR",
            description =
                    "Its id, its definition such as drift_v2, or the name of its model and that: credit-risk/drift_v2.")
    @SuppressWarnings("NullAway.Init") // picocli sets it or refuses
    private String wanted;

    /**
     * The monitor.
     *
     * @throws RefusedException where there is none, or several are called so; it names which there are
     */
    JsonNode in(MonitorApi api) {
        Optional<JsonNode> byId = ID.matcher(wanted).matches() ? api.find(wanted) : Optional.empty();
        return byId.orElseGet(() -> named(api.list()));
    }

    private JsonNode named(List<JsonNode> all) {
        List<JsonNode> found = all.stream().filter(this::isWanted).toList();
        return switch (found.size()) {
            case 1 -> found.getFirst();
            case 0 -> throw new RefusedException("There is no monitor '" + wanted + "'. " + known(all));
            default ->
                throw new RefusedException(
                        "There are several monitors '" + wanted + "'; name one by its id: " + listed(found) + ".");
        };
    }

    private boolean isWanted(JsonNode monitor) {
        return wanted.equals(monitor.path("definition").asString()) || wanted.equals(name(monitor));
    }

    private static String known(List<JsonNode> monitors) {
        return monitors.isEmpty() ? "There are none that you may read." : "There are: " + listed(monitors) + ".";
    }

    private static String listed(List<JsonNode> monitors) {
        String first = monitors.stream()
                .limit(SHOWN)
                .map(monitor -> name(monitor) + " (" + monitor.path("id").asString() + ")")
                .collect(Collectors.joining(", "));
        return monitors.size() > SHOWN ? first + " and others" : first;
    }

    /** The name of its model, or its id where that is not readable, and its definition. */
    static String name(JsonNode monitor) {
        return model(monitor) + "/" + monitor.path("definition").asString();
    }

    /** The name of its model, or its id where that is not readable. */
    static String model(JsonNode monitor) {
        JsonNode model = monitor.path("model");
        return model.path("name").asString(model.path("id").asString());
    }
}
