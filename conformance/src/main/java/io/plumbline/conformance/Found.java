package io.plumbline.conformance;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a monitor found in one run, as a client reads it. */
record Found(JsonNode measurement) {
    /** How many metrics are outside of their limits. */
    int issues() {
        return measurement.at("/entity/issue_count").asInt();
    }

    /** Fails unless there is exactly one value of a metric with these tags, names and values in turn, and it is this one. */
    void require(String metric, double value, String... tags) {
        Check.close(value, value(metric, tags), metric + List.of(tags));
    }

    double value(String metric, String... tags) {
        return metric(metric, tags).path("value").asDouble(Double.NaN);
    }

    JsonNode metric(String metric, String... tags) {
        List<JsonNode> found = measurement
                .at("/entity/values")
                .valueStream()
                .filter(group -> hasTags(group.path("tags"), tags))
                .flatMap(group -> group.path("metrics").valueStream())
                .filter(each -> each.path("id").asString().equals(metric))
                .toList();
        Check.that(
                found.size() == 1,
                "there are " + found.size() + " values of " + metric + List.of(tags) + " in " + measurement);
        return found.getFirst();
    }

    private static boolean hasTags(JsonNode present, String... wanted) {
        return Stream.iterate(0, i -> i < wanted.length, i -> i + 2)
                .allMatch(i -> present.valueStream()
                        .anyMatch(tag -> tag.path("id").asString().equals(wanted[i])
                                && tag.path("value").asString().equals(wanted[i + 1])));
    }
}
