package io.plumbline.dialects.openscale.records;

import static io.plumbline.dialects.openscale.records.Samples.feature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.records.RecordsView.Binaries;
import io.plumbline.dialects.openscale.wire.RecordFormat;
import io.plumbline.domain.Id;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.StoredRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecordsWriterTest {
    private static final List<Column> COLUMNS = List.of(
            Samples.ID,
            Samples.TIME,
            feature("n", ValueType.NUMBER),
            feature("i", ValueType.INTEGER),
            feature("s", ValueType.TEXT),
            feature("j", ValueType.JSON),
            feature("v", ValueType.VECTOR),
            feature("raw", ValueType.BINARY));
    private static final StoredRecord FIRST = new StoredRecord(
            "r/1",
            Instant.parse("2026-01-01T00:00:00.500Z"),
            Instant.parse("2026-01-02T00:00:00.123456Z"),
            Optional.empty(),
            Arrays.asList(null, null, 0.5, 7L, "{}", "{\"a\":[1]}", new double[] {1, Double.NaN}, new byte[] {1, 2}),
            new TreeMap<>(Map.of("biased", "{\"score\":0.62}", "other", "1")));
    private static final StoredRecord SECOND = new StoredRecord(
            "r2",
            Instant.parse("2026-01-01T00:00:01Z"),
            Instant.parse("2026-01-02T00:00:00Z"),
            Optional.empty(),
            Arrays.asList(null, null, Double.POSITIVE_INFINITY, null, null, null, null, null),
            new TreeMap<>());
    private static final RecordPage PAGE = new RecordPage(COLUMNS, List.of(FIRST, SECOND), OptionalLong.of(12));
    private static final String ADDRESS = "/v2/data_sets/" + Samples.DATASET.asUuid() + "/records/";

    @Test
    void recordsAreObjects() {
        JsonNode page = page(RecordsView.whole(null));
        assertThat(page.get("total_count").asInt()).isEqualTo(12);
        assertThat(page.at("/records/0").toString())
                .isEqualTo("{\"metadata\":{\"id\":\"r/1\",\"crn\":\""
                        + Envelope.resourceName(new Id(1, 1), "record", "r/1") + "\",\"url\":\"" + ADDRESS
                        + "r%2F1\",\"created_at\":\"2026-01-02T00:00:00.123456Z\"},\"entity\":{\"values\":"
                        + "{\"record_id\":\"r/1\",\"record_timestamp\":\"2026-01-01T00:00:00.500Z\",\"n\":0.5,\"i\":7,"
                        + "\"s\":\"{}\",\"j\":{\"a\":[1]},\"v\":[1.0,null],\"raw\":\"AQI=\"},"
                        + "\"annotations\":{\"biased\":{\"score\":0.62},\"other\":1}}}");
    }

    @Test
    void whatJsonHasNoWordForIsNull() {
        JsonNode values = page(RecordsView.whole(null)).at("/records/1/entity/values");
        assertThat(values.get("n").isNull()).isTrue();
        assertThat(values.get("s").isNull()).isTrue();
    }

    @Test
    void recordsAreATable() {
        JsonNode table = page(view(Optional.of(List.of("i", "record_id")), Optional.empty(), RecordFormat.LIST))
                .at("/records");
        assertThat(table.toString())
                .isEqualTo("[{\"fields\":[\"i\",\"record_id\"],\"values\":[[7,\"r/1\"],[null,\"r2\"]],"
                        + "\"annotations\":[{\"biased\":{\"score\":0.62},\"other\":1},{}]}]");
    }

    @Test
    void onlyTheAnnotationsAskedForAreShown() {
        assertThat(page(view(Optional.empty(), Optional.of(List.of("other")), RecordFormat.DICT))
                        .at("/records/0/entity/annotations")
                        .toString())
                .isEqualTo("{\"other\":1}");
        assertThat(page(view(Optional.empty(), Optional.of(List.of()), RecordFormat.DICT))
                        .at("/records/0/entity")
                        .has("annotations"))
                .isFalse();
    }

    @Test
    void bytesMayBeReferences() {
        RecordsView view = new RecordsView(Optional.empty(), Optional.empty(), RecordFormat.DICT, Binaries.REFERENCE);
        JsonNode entity = page(view).at("/records/0/entity");
        assertThat(entity.get("values").has("raw")).isFalse();
        assertThat(entity.at("/references/raw").asString()).isEqualTo(ADDRESS + "r%2F1/raw");
        assertThat(page(view).at("/records/1/entity/references").toString()).isEqualTo("{}");
    }

    @Test
    void aColumnThatIsNotThereIsRefused() {
        RecordsView view = view(Optional.of(List.of("nobody")), Optional.empty(), RecordFormat.DICT);
        assertThatThrownBy(() -> page(view)).hasMessage("the data set has no column nobody");
    }

    private static RecordsView view(
            Optional<List<String>> includes, Optional<List<String>> annotations, RecordFormat format) {
        return new RecordsView(includes, annotations, format, Binaries.BASE64);
    }

    private static JsonNode page(RecordsView view) {
        RecordsWriter writer = new RecordsWriter(Samples.dataset(COLUMNS.toArray(Column[]::new)), view);
        return Json.tree(json -> writer.page(json, PAGE));
    }
}
