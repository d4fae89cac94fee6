package io.plumbline.conformance;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;

/** What monitors found over time, read in the ways that clients do. */
record History(Client client, String subscription, Monitored monitors) {
    /** The moment that the first run may have been asked for at. */
    void check(Instant begin, PrintStream out) {
        checkRuns();
        checkPeriods(begin);
        checkLatest();
        checkMetrics(begin);
        out.println("ok  runs, measurements and metrics are listed");
    }

    private void checkRuns() {
        String runs = monitors.path("quality") + "/runs";
        JsonNode list = client.get(runs);
        Check.equal(1L, list.path("total_count").asLong(), "the number of runs");
        Check.equal(monitors.runOf("quality"), list.at("/runs/0/metadata/id").asString(), "the run in the list");
        client.call(
                "PATCH",
                runs + "/" + monitors.runOf("quality"),
                "application/json-patch+json",
                "[{\"op\": \"replace\", \"path\": \"/status/state\", \"value\": \"canceled\"}]",
                409);
    }

    private void checkPeriods(Instant begin) {
        String measurements = monitors.path("fairness") + "/measurements";
        String period = "?start=" + begin.minus(1, ChronoUnit.HOURS) + "&end=" + begin.plus(1, ChronoUnit.HOURS);
        JsonNode list = client.get(measurements + period + "&filter=feature:in:%5BSex,Age%5D");
        Check.equal(1, list.path("measurements").size(), "the number of measurements of the period");
        Check.that(!list.toString().contains("sources"), "the list has evidence");
        JsonNode none = client.get(measurements + period + "&filter=feature:eq:Job");
        Check.equal(0, none.path("measurements").size(), "the number of measurements of another feature");
        client.call("GET", measurements, "application/json", "", 400);
        JsonNode one = client.get(
                measurements + "/" + list.at("/measurements/0/metadata/id").asString());
        Check.that(one.at("/entity/sources").size() > 0, "the measurement has no evidence: " + one);
    }

    private void checkLatest() {
        String path = "/v2/measurements?target_type=subscription&target_id=" + subscription;
        JsonNode latest = client.get(path + "&monitor_definition_id=quality,drift&format=full");
        Check.equal(2, latest.path("measurements").size(), "the number of latest measurements");
        Check.that(latest.at("/measurements/0/entity").has("sources"), "the full form has no evidence");
    }

    private void checkMetrics(Instant begin) {
        Instant start = begin.truncatedTo(ChronoUnit.DAYS).minus(2, ChronoUnit.DAYS);
        JsonNode series = client.get(monitors.path("quality") + "/metrics?interval=day&agg=accuracy:last,:count&start="
                + start + "&end=" + start.plus(4, ChronoUnit.DAYS));
        JsonNode accuracy = series.at("/groups/0/metrics")
                .valueStream()
                .filter(metric -> metric.path("id").asString().equals("accuracy"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no accuracy in " + series));
        JsonNode last = accuracy.at("/last/value");
        Check.equal(4, last.size(), "the number of intervals");
        Check.that(last.get(0).isNull() && last.get(1).isNull(), "intervals before the run have a value: " + series);
        double found = last.valueStream()
                .filter(JsonNode::isNumber)
                .mapToDouble(JsonNode::asDouble)
                .sum();
        Check.close(monitors.found("quality").value("accuracy"), found, "the last accuracy");
        client.call(
                "GET",
                monitors.path("quality") + "/metrics?agg=speed:last&start=" + start + "&end=" + begin,
                "application/json",
                "",
                400);
    }
}
