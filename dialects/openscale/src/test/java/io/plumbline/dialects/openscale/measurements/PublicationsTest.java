package io.plumbline.dialects.openscale.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.dialects.openscale.OpenScaleJson;
import io.plumbline.dialects.openscale.wire.MeasurementRequest;
import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Stamp;
import io.plumbline.domain.measurement.Evidence;
import io.plumbline.domain.measurement.Publication;
import io.plumbline.domain.measurement.Publication.Group;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition;
import io.plumbline.domain.monitor.MonitorDefinition.Direction;
import io.plumbline.domain.monitor.MonitorDefinition.Metric;
import io.plumbline.domain.monitor.MonitorDefinition.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationsTest {
    private static final String ONE = """
            [{"timestamp": "2024-08-06T13:10:30.557503Z", "run_id": "the run", "asset_revision": "r7",
              "metrics": [{"specificity": 0.78, "sensitivity": 1, "region": "us-south", "zone": null}, {"sensitivity": 0.5}],
              "sources": [{"id": "c", "type": "confusion_matrix", "metric_ids": ["sensitivity"],
                           "data": {"labels": ["a", "b"], "values": [[1, 2], [3, 4.5]]}}]}]
            """;
    private static final Id RUN = new Id(3, 4);

    @Test
    void theDefinitionTellsMetricsFromTags() {
        Publication read = read(ONE).getFirst();
        assertThat(read.at()).isEqualTo(Instant.parse("2024-08-06T13:10:30.557503Z"));
        assertThat(read.check()).contains(RUN);
        assertThat(read.groups())
                .containsExactly(
                        new Group(
                                new TreeMap<>(Map.of("region", "us-south")),
                                Map.of("specificity", 0.78, "sensitivity", 1.0)),
                        new Group(new TreeMap<>(), Map.of("sensitivity", 0.5)));
        assertThat(read.evidence())
                .containsExactly(new Evidence(
                        "c",
                        "confusion_matrix",
                        List.of("sensitivity"),
                        Map.of("labels", List.of("a", "b"), "values", List.of(List.of(1, 2), List.of(3, 4.5)))));
        assertThat(read.attributes().text("asset_revision")).contains("r7");
    }

    @Test
    void whatIsSaidAgainHasTheSameId() {
        Optional<Id> id = read(ONE).getFirst().id();
        assertThat(id).isPresent().isEqualTo(read(ONE).getFirst().id());
        assertThat(id.get().seconds())
                .isEqualTo((int) Instant.parse("2024-08-06T13:10:30Z").getEpochSecond());
        assertThat(List.of(
                        ONE.replace("0.78", "0.79"),
                        ONE.replace("us-south", "us-north"),
                        ONE.replace("557503Z", "557504Z"),
                        ONE.replace("4.5", "4.25"),
                        ONE.replace("r7", "r8")))
                .allSatisfy(other ->
                        assertThat(read(other).getFirst().id()).isPresent().isNotEqualTo(id));
        assertThat(read(ONE, new Id(9, 10)).getFirst().id()).isNotEqualTo(id);
    }

    /** The core knows what there is and says it, so that both come through. */
    @Test
    void whatTheDefinitionDoesNotHaveIsTakenForWhatItLooksLike() {
        Group group =
                read("[{\"timestamp\": \"2024-01-01T00:00:00Z\", \"metrics\": [{\"speed\": 7, \"zone\": \"eu\"}]}]")
                        .getFirst()
                        .groups()
                        .getFirst();
        assertThat(group.metrics()).containsOnlyKeys("speed");
        assertThat(group.tags()).containsOnlyKeys("zone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[null] | [0]",
                "[{\"timestamp\": \"2024-01-01T00:00:00Z\", \"metrics\": [null]}] | [0].metrics[0]",
                "[{\"timestamp\": \"2024-01-01T00:00:00Z\", \"metrics\": [{\"sensitivity\": \"high\"}]}] | sensitivity",
                "[{\"timestamp\": \"2024-01-01T00:00:00Z\", \"metrics\": [{\"region\": [1]}]}] | region",
                "[{\"timestamp\": \"2024-01-01T00:00:00Z\", \"metrics\": [], \"sources\": [null]}] | [0].sources[0]",
            })
    void badPlacesAreNamed(String body, String message) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining(message);
    }

    private static List<Publication> read(String body) {
        return read(body, new Id(1, 2));
    }

    private static List<Publication> read(String body, Id monitor) {
        Header header = new Header(monitor, new Id(1, 1), Optional.empty(), 1, Stamp.made(Instant.EPOCH, "somebody"));
        MonitorDefinition definition = new MonitorDefinition(
                "mine",
                "Mine",
                "",
                List.of(metric("specificity"), metric("sensitivity")),
                List.of(new Tag("region", "region", "")));
        return new Publications(
                        new Monitor(header, "mine", new Id(5, 6), "", Document.EMPTY), definition, (field, id) -> {
                            assertThat(field + " " + id).isEqualTo("[0].run_id the run");
                            return RUN;
                        })
                .of(Arrays.asList(OpenScaleJson.mapper().readValue(body, MeasurementRequest[].class)));
    }

    private static Metric metric(String id) {
        return new Metric(id, id, Direction.UNKNOWN, List.of(), EnumSet.allOf(Task.class));
    }
}
