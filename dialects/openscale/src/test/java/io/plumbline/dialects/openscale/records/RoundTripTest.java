package io.plumbline.dialects.openscale.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.openscale.records.RecordsView.Binaries;
import io.plumbline.dialects.openscale.wire.RecordFormat;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.RecordQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is written of records is read as the same records again, in both forms. */
class RoundTripTest {
    private static final Dataset DATASET = Samples.dataset(
            Samples.ID,
            Samples.TIME,
            Samples.TRANSACTION,
            Samples.feature("n", ValueType.NUMBER),
            Samples.feature("i", ValueType.INTEGER),
            Samples.feature("s", ValueType.TEXT),
            Samples.feature("b", ValueType.BOOLEAN),
            Samples.feature("t", ValueType.TIMESTAMP),
            Samples.feature("v", ValueType.VECTOR),
            Samples.feature("j", ValueType.JSON),
            Samples.feature("raw", ValueType.BINARY));

    @Property
    void rows(@ForAll("records") List<ObjectNode> records) {
        Incoming came = Samples.json(DATASET, numbered(records).toString());
        assertThat(came.batchId()).startsWith("content-");
        JsonNode page = written(came, RecordFormat.DICT);
        ArrayNode values = Json.MAPPER.createArrayNode();
        page.get("records").forEach(record -> values.add(record.at("/entity/values")));
        assertThat(Samples.json(DATASET, values.toString()).batchId()).isEqualTo(came.batchId());
    }

    @Property
    void tables(@ForAll("records") List<ObjectNode> records) {
        Incoming came = Samples.json(DATASET, numbered(records).toString());
        ObjectNode table = (ObjectNode) written(came, RecordFormat.LIST).at("/records/0");
        table.remove("annotations");
        assertThat(Samples.json(DATASET, table.toString()).batchId()).isEqualTo(came.batchId());
    }

    private static ArrayNode numbered(List<ObjectNode> records) {
        ArrayNode rows = Json.MAPPER.createArrayNode();
        for (int row = 0; row < records.size(); row++) {
            rows.add(records.get(row).deepCopy().put("record_id", "r" + row));
        }
        return rows;
    }

    private static JsonNode written(Incoming came, RecordFormat format) {
        MemoryRecords store = new MemoryRecords();
        store.append(DATASET.id(), came.batchId(), came.batch());
        RecordPage page = store.find(DATASET, RecordQuery.first(1000));
        RecordsView view = new RecordsView(Optional.empty(), Optional.empty(), format, Binaries.BASE64);
        return Json.tree(json -> new RecordsWriter(DATASET, view).page(json, page));
    }

    @Provide
    Arbitrary<List<ObjectNode>> records() {
        Arbitrary<List<JsonNode>> values = Combinators.combine(
                        times(),
                        nullable(Arbitraries.strings()
                                .alpha()
                                .ofMinLength(1)
                                .ofMaxLength(5)
                                .map(RoundTripTest::quoted)),
                        nullable(Arbitraries.doubles().map(number -> Double.toString(number))),
                        nullable(Arbitraries.longs().map(number -> Long.toString(number))),
                        nullable(Arbitraries.strings().ofMaxLength(5).map(RoundTripTest::quoted)),
                        nullable(Arbitraries.of("true", "false")),
                        times(),
                        nullable(Arbitraries.of("[]", "[1,2.5]", "[1e300,null]")))
                .as((time, transaction, number, integer, text, truth, instant, vector) ->
                        List.of(time, transaction, number, integer, text, truth, instant, vector));
        Arbitrary<JsonNode> nested = nullable(Arbitraries.of("{\"a\":[1,\"x\",null]}", "\"x\"", "1.50", "[true]"));
        Arbitrary<JsonNode> bytes = nullable(Arbitraries.of("\"AQI=\"", "\"\""));
        return Combinators.combine(values, nested, bytes)
                .as(RoundTripTest::record)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static ObjectNode record(List<JsonNode> values, JsonNode nested, JsonNode bytes) {
        List<String> names = List.of("record_timestamp", "transaction_id", "n", "i", "s", "b", "t", "v");
        ObjectNode record = Json.MAPPER.createObjectNode();
        List<JsonNode> all = new ArrayList<>(values);
        for (int i = 0; i < names.size(); i++) {
            record.set(names.get(i), all.get(i));
        }
        record.set("j", nested);
        record.set("raw", bytes);
        return record;
    }

    private static Arbitrary<JsonNode> times() {
        return Arbitraries.of("\"2026-01-31T12:00:00.123456Z\"", "\"1969-12-31\"", "\"2026-01-31T12:00:00+05:30\"")
                .map(Json.MAPPER::readTree);
    }

    private static Arbitrary<JsonNode> nullable(Arbitrary<String> json) {
        return json.injectNull(0.2).map(text -> Json.MAPPER.readTree(text == null ? "null" : text));
    }

    private static String quoted(String text) {
        return Json.MAPPER.writeValueAsString(text);
    }
}
