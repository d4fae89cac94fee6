package io.plumbline.dialects.modellab;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Id;
import io.plumbline.domain.artifact.ArtifactPath;
import io.plumbline.domain.experiment.Lifecycle;
import io.plumbline.domain.experiment.MetricPoint;
import io.plumbline.domain.experiment.MetricSummary;
import io.plumbline.domain.experiment.Owner;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunStatus;
import io.plumbline.domain.experiment.RunView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class ViewsTest {
    private static final Instant START = Instant.parse("2026-05-15T02:54:52.581Z");
    private static final Id ID = new Id(1_700_000_000, 7);

    private static Run run(Optional<Instant> end) {
        return new Run(
                ID,
                70158,
                new Id(1, 1),
                new Id(1, 2),
                2387,
                "smoke",
                "",
                RunStatus.COMPLETED,
                Lifecycle.ACTIVE,
                Optional.empty(),
                new Owner(new Id(1, 3), "ada"),
                START,
                START,
                end,
                START,
                Optional.empty());
    }

    private static JsonNode json(Run run, MetricPoint... points) {
        RunView view = new RunView(
                run,
                new TreeMap<>(Map.of("lr", "0.1")),
                new TreeMap<>(Map.of("mlflow.user", "dog")),
                java.util.Arrays.stream(points).map(MetricSummary::of).toList(),
                List.of(),
                true,
                false,
                false);
        return ModelLabJson.mapper().valueToTree(RunViews.wire(view, RunStatus.COMPLETED));
    }

    @Test
    void aFinishedRunHasAnEndAndADuration() {
        JsonNode attributes = json(run(Optional.of(Instant.parse("2026-05-15T02:57:03.079Z"))))
                .path("attributes");
        assertThat(attributes.path("duration").asDouble()).isEqualTo(130.498);
        assertThat(attributes.path("completed_at").asString()).isEqualTo("2026-05-15T02:57:03.079Z");
        assertThat(attributes.path("params").toString()).isEqualTo("[{\"key\":\"lr\",\"value\":\"0.1\"}]");
        assertThat(attributes.path("project_id").isIntegralNumber()).isTrue();
    }

    @Test
    void aRunUnderWayHasNeither() {
        JsonNode run = json(run(Optional.empty()));
        assertThat(run.path("id").asString()).isEqualTo("70158");
        assertThat(run.path("attributes").propertyNames())
                .doesNotContain("duration", "completed_at", "deleted_at", "external_url");
    }

    @Test
    void numbersThatAreNotFiniteAreLeftOut() {
        JsonNode figures = json(run(Optional.empty()), new MetricPoint("loss", Double.NaN, 3, 5))
                .at("/attributes/metric_summaries/0");
        assertThat(figures.propertyNames()).containsExactlyInAnyOrder("key", "count", "first_step", "last_step");
    }

    @ParameterizedTest
    @EnumSource(RunStatus.class)
    void everyStatusHasAName(RunStatus status) {
        RunView view = new RunView(
                run(Optional.empty()), new TreeMap<>(), new TreeMap<>(), List.of(), List.of(), false, false, false);
        assertThat(RunViews.wire(view, status).attributes().status().wireName())
                .isEqualTo(status.name().toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-15T20:16:47.484120Z, 2026-05-15T20:16:47.48412Z",
        "2026-05-15T02:57:03.079Z, 2026-05-15T02:57:03.079Z",
        "2026-05-15T02:57:03Z, 2026-05-15T02:57:03Z",
        "2026-05-15T02:57:03.123456789Z, 2026-05-15T02:57:03.123456Z"
    })
    void timesHaveTheDigitsThatTheyNeed(String time, String shown) {
        assertThat(ModelLabJson.mapper().writeValueAsString(Instant.parse(time)))
                .isEqualTo('"' + shown + '"');
    }

    @Test
    void pathsOfArtifactsComeBack() {
        String path = new ArtifactLocation(ID).file(ArtifactPath.of("model/MLmodel"));
        assertThat(path).matches("[0-9a-f]{32}/artifacts/model/MLmodel");
        assertThat(ArtifactLocation.parse(path))
                .isEqualTo(new ArtifactLocation.File(ID, ArtifactPath.of("model/MLmodel")));
    }
}
