package io.plumbline.dialects.openscale.measurements;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.openscale.OpenScaleJson;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.domain.Facts;
import io.plumbline.domain.Id;
import io.plumbline.domain.measurement.Evidence;
import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.measurement.Reading.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeasurementDocumentsTest {
    private static final JsonMapper MAPPER = OpenScaleJson.mapper();
    private static final Id MONITOR = new Id(7, 8);
    private static final Id MODEL = new Id(9, 10);
    private static final SortedMap<String, String> US = new TreeMap<>(Map.of("region", "us-south"));

    @Test
    void numbersOfTheSameTagsStandTogether() {
        JsonNode entity = shown(MeasurementDocuments.compact(measurement()).entity());
        assertThat(entity).isEqualTo(MAPPER.readTree("""
                        {"timestamp": "2024-08-06T13:10:30.557503Z", "run_id": "%s",
                         "values": [
                           {"metrics": [{"id": "sensitivity", "value": 0.67, "lower_limit": 0.8},
                                        {"id": "specificity", "value": 0.78, "lower_limit": 0.75, "upper_limit": 1.0}],
                            "tags": [{"id": "region", "value": "us-south"}]},
                           {"metrics": [{"id": "sensitivity", "value": 0.9}], "tags": []}],
                         "issue_count": 1, "asset_revision": "r7",
                         "target": {"target_type": "subscription", "target_id": "%s"},
                         "monitor_instance_id": "%s", "monitor_definition_id": "my_model_performance"}
                        """.formatted(
                        WireId.of(new Id(3, 4)), WireId.of(MODEL), WireId.of(MONITOR))));
    }

    @Test
    void theFullFormHasItsEvidence() {
        JsonNode sources = shown(
                        MeasurementDocuments.full(measurement(), measurement().evidence()))
                .at("/entity/sources");
        assertThat(sources).isEqualTo(MAPPER.readTree("""
                        [{"id": "c", "type": "confusion_matrix", "metric_ids": ["sensitivity"], "data": {"values": [[1, 2]]}},
                         {"id": "d", "type": "note", "data": null}]
                        """));
    }

    @Test
    void theEnvelopeTellsWhenItWasFound() {
        var metadata = MeasurementDocuments.compact(measurement()).metadata();
        assertThat(metadata.createdAt()).isEqualTo(Instant.parse("2024-08-06T13:13:20Z"));
        assertThat(metadata.createdBy()).isEqualTo("somebody");
        assertThat(metadata.url())
                .isEqualTo("/v2/monitor_instances/" + WireId.of(MONITOR) + "/measurements/" + metadata.id());
    }

    private static JsonNode shown(Object value) {
        return MAPPER.readTree(MAPPER.writeValueAsString(value));
    }

    private static Measurement measurement() {
        OptionalDouble none = OptionalDouble.empty();
        return new Measurement(
                new Id(1, 1),
                new Id(1, 2),
                Optional.empty(),
                MONITOR,
                "my_model_performance",
                MODEL,
                Optional.of(new Id(3, 4)),
                Instant.parse("2024-08-06T13:10:30.557503Z"),
                Instant.parse("2024-08-06T13:13:20Z"),
                Optional.empty(),
                List.of(
                        reading("sensitivity", US, 0.67).within(OptionalDouble.of(0.8), none),
                        reading("sensitivity", new TreeMap<>(), 0.9),
                        reading("specificity", US, 0.78).within(OptionalDouble.of(0.75), OptionalDouble.of(1)),
                        Reading.notComputable("f1", US, "there are no labels", Provenance.PUBLISHED)),
                List.of(
                        new Evidence(
                                "c",
                                "confusion_matrix",
                                List.of("sensitivity"),
                                Map.of("values", List.of(List.of(1, 2)))),
                        new Evidence("d", "note", List.of(), null)),
                Facts.of("asset_revision", "r7"),
                "somebody");
    }

    private static Reading reading(String metric, SortedMap<String, String> tags, double value) {
        return Reading.exact(metric, tags, value, Provenance.PUBLISHED);
    }
}
