package io.plumbline.benchmarks.server;

import io.plumbline.dialects.openscale.WireId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is asked about the records of one data set. */
final class Questions {
    private static final int POLL_MILLIS = 2;
    private static final int MANY = 100;
    private static final int CHANGES = 1_000;

    /** What the API reads for a distribution at most. */
    private static final String NEWEST = " ORDER BY _event_time DESC LIMIT 50000";

    private final Api api;
    private final RegisteredModel model;
    private final long rows;
    private final String table;
    private final Random chance = new Random(11);
    private int written;

    Questions(Api api, RegisteredModel model, Path data, long rows) {
        this.api = api;
        this.model = model;
        this.rows = rows;
        this.table = "read_parquet('" + files(data, model) + "', union_by_name = true)";
    }

    /** Files of records, found anew by each statement, for the server merges small ones meanwhile. Those of changes have longer names. */
    private static Path files(Path data, RegisteredModel model) {
        String dataset = WireId.read("data set", model.dataSet()).toString();
        return data.resolve("records").resolve(dataset).resolve("?".repeat(dataset.length()) + ".parquet");
    }

    /** Those of records. */
    List<Question> lists() {
        String byTime = " ORDER BY _event_time, _record_id LIMIT 100";
        String above = " WHERE number_0 > 900";
        return List.of(
                list("first 100 of all", "", byTime),
                list("100 from the middle, by offset", "&offset=" + rows / 2, byTime + " OFFSET " + rows / 2),
                list(
                        "100 from the middle, by start",
                        "&start=2026-01-03T00:00:00Z",
                        " WHERE _event_time >= '2026-01-03'::TIMESTAMP" + byTime),
                list("100 of a filter", "&filter=number_0:gt:900", above + byTime),
                new Question(
                        "100 of a filter, ordered, with their number",
                        () -> list("limit=100&filter=number_0:gt:900&order=number_1:desc&include_total_count=true"),
                        List.of(
                                "SELECT * FROM " + table + above + " ORDER BY number_1 DESC LIMIT 100",
                                "SELECT count(*) FROM " + table + above)),
                new Question(
                        "number of a filter",
                        () -> total("filter=number_0:gt:900"),
                        List.of("SELECT count(*) FROM " + table + above)));
    }

    /** Those of records by their ids. */
    List<Question> lookups() {
        String id = StoreFilling.recordId(rows / 3);
        List<String> ids = IntStream.range(0, MANY)
                .mapToObj(i -> StoreFilling.recordId(Math.floorMod(chance.nextLong(), rows)))
                .toList();
        String listed = ids.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
        return List.of(
                new Question(
                        "record by id",
                        () -> api.get(model.records() + "/" + id).size(),
                        List.of("SELECT * FROM " + table + " WHERE _record_id = '" + id + "'")),
                new Question(
                        "one field of a record",
                        () -> api.get(model.records() + "/" + id + "/number_0").size(),
                        List.of("SELECT number_0 FROM " + table + " WHERE _record_id = '" + id + "'")),
                new Question(
                        "100 records by id",
                        () -> api.get("/v2/data_set_records?data_set_type=payload_logging&record_id="
                                        + String.join("&record_id=", ids))
                                .at("/data_set_records/0/records")
                                .size(),
                        List.of("SELECT * FROM " + table + " WHERE _record_id IN (" + listed + ")")));
    }

    /** Those by groups, each a task that the server takes and is then asked about until it is done. */
    List<Question> distributions() {
        String bins = "least(19, floor((number_1 - lo) / (hi - lo) * 20))";
        String newest = "(SELECT * FROM " + table + NEWEST + ")";
        return List.of(
                distribution(
                        "distribution of a number, 20 bins",
                        "number_1",
                        request -> request.put("max_bins", 20),
                        "WITH v AS MATERIALIZED (SELECT number_1 FROM "
                                + table + NEWEST
                                + "), e AS (SELECT min(number_1) AS lo, max(number_1) AS hi FROM v) SELECT " + bins
                                + ", count(*) FROM v, e GROUP BY 1"),
                distribution(
                        "distribution of a text",
                        "text_0",
                        request -> request,
                        "SELECT text_0, count(*) FROM " + newest + " GROUP BY text_0"),
                distribution(
                        "count and mean by a text",
                        "text_0",
                        Questions::withMean,
                        "SELECT text_0, count(*), avg(number_0) FROM " + newest + " GROUP BY text_0"),
                distribution(
                        "count and mean by a text, of a filter",
                        "text_0",
                        request -> withMean(request).put("filter", "number_2:gt:900"),
                        "SELECT text_0, count(*), avg(number_0) FROM (SELECT * FROM " + table + " WHERE number_2 > 900"
                                + NEWEST + ") GROUP BY text_0"));
    }

    /** A record is added before each time that the first records are asked for. */
    Question afterWrite() {
        return new Question(
                "one write, then the first 100 of all",
                () -> {
                    ArrayNode batch = JsonNodeFactory.instance.arrayNode();
                    ObjectNode row = batch.addObject().put(Features.ID, "written-" + written++);
                    Features.NUMBERS.forEach(name -> row.put(name, Features.number(chance)));
                    Features.TEXTS.forEach(name -> row.put(name, Features.category(chance)));
                    api.post(model.records(), batch);
                    return list("limit=100");
                },
                List.of());
    }

    /** Changes records in one request. */
    void change() throws IOException, InterruptedException {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < CHANGES; i++) {
            String id = StoreFilling.recordId(Math.floorMod(chance.nextLong(), rows));
            patch.addObject()
                    .put("op", "replace")
                    .put("path", "/records/" + id + "/values/number_0")
                    .put("value", Features.number(chance));
        }
        api.patch(model.records(), patch);
    }

    private Question list(String title, String query, String sql) {
        return new Question(title, () -> list("limit=100" + query), List.of("SELECT * FROM " + table + sql));
    }

    private int list(String query) throws IOException, InterruptedException {
        return api.get(model.records() + "?" + query).path("records").size();
    }

    private int total(String query) throws IOException, InterruptedException {
        return api.get(model.records() + "?limit=0&include_total_count=true&" + query)
                .path("total_count")
                .asInt();
    }

    private static ObjectNode withMean(ObjectNode request) {
        request.putArray("agg").add("count").add("number_0:avg");
        return request;
    }

    private Question distribution(String title, String group, UnaryOperator<ObjectNode> more, String sql) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("start", "2000-01-01T00:00:00Z")
                .put("end", "2100-01-01T00:00:00Z")
                .put("dataset", "payload_logging");
        request.putArray("group").add(group);
        ObjectNode whole = more.apply(request);
        return new Question(title, () -> distribution(whole), List.of(sql));
    }

    private int distribution(ObjectNode request) throws IOException, InterruptedException {
        String path = "/v2/data_sets/" + model.dataSet() + "/distributions";
        String id = api.post(path + "?nocache=true", request).at("/metadata/id").asString();
        JsonNode entity = api.get(path + "/" + id).path("entity");
        while (!entity.at("/status/state").asString().equals("finished")) {
            if (entity.at("/status/state").asString().equals("error")) {
                throw new IllegalStateException(entity.toString());
            }
            Thread.sleep(POLL_MILLIS);
            entity = api.get(path + "/" + id).path("entity");
        }
        return entity.at("/distribution/values").size();
    }
}
