package io.plumbline.dialects.openscale.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.dialects.testkit.Shape;
import io.plumbline.dialects.testkit.Shared;
import io.swagger.v3.core.util.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded answers of the vendor's server fit the schemas. */
class RecordingsTest {
    private static final String FOLDER = "recordings/openscale";
    private static final Shape SHAPE = new Shape(OpenScaleContract.READ);

    @ParameterizedTest
    @CsvSource({
        "data_set_list, DataSetList",
        "explanation, ExplanationTask",
        "explanation_list, ExplanationTaskTable",
        "integrated_system_custom_metrics_provider, IntegratedSystem",
        "integrated_system_hive, IntegratedSystem",
        "integrated_system_jdbc, IntegratedSystem",
        "integrated_system_spark, IntegratedSystem",
        "measurement, Measurement",
        "measurement_request, MeasurementRequest",
        "monitor_definition_custom, MonitorDefinition",
        "monitor_instance_custom, MonitorInstance",
        "monitor_instance_drift, MonitorInstance",
        "monitor_instance_drift_v2, MonitorInstance",
        "monitor_instance_explainability, MonitorInstance",
        "monitor_instance_fairness, MonitorInstance",
        "monitor_instance_quality, MonitorInstance",
        "monitoring_run-1, MonitoringRun",
        "monitoring_run-2, MonitoringRun",
        "monitoring_run-3, MonitoringRun",
        "monitoring_run-4, MonitoringRun",
        "service_provider_custom, ServiceProvider",
        "subscription-1, Subscription",
        "subscription-2, Subscription"
    })
    void answersFitTheirSchema(String recording, String schema) throws IOException {
        assertThat(SHAPE.mistakes(schema, read(Shared.path(FOLDER).resolve(recording + ".json"))))
                .isEmpty();
    }

    /** These are of an older form; what the contract shares with it is the evidence. */
    @ParameterizedTest
    @CsvSource({"published_drift_measurements", "published_fairness_measurements", "published_quality_measurements"})
    void publishedEvidenceFitsItsSchema(String recording) throws IOException {
        JsonNode json = read(Shared.path(FOLDER).resolve(recording + ".json"));
        List<JsonNode> evidence = json.findValues("sources").stream()
                .flatMap(sources -> sources.isArray() ? sources.valueStream() : Stream.of(sources))
                .toList();
        assertThat(evidence)
                .isNotEmpty()
                .allSatisfy(source ->
                        assertThat(SHAPE.mistakes("MeasurementSource", source)).isEmpty());
    }

    @Test
    void noRecordingIsLeftOut() throws IOException {
        try (Stream<Path> files = Files.list(Shared.path(FOLDER))) {
            assertThat(files.filter(file -> file.toString().endsWith(".json"))).hasSize(26);
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return Json.mapper().readTree(file.toFile());
    }
}
