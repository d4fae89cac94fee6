package io.plumbline.dialects.openscale.providers;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.domain.check.MetricsProvider.Question;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a provider is sent: which monitor to measure for which run, and where the records are. */
final class ProviderRequest {
    private ProviderRequest() {}

    static JsonNode of(Question question) {
        return Documents.tree((Object) Map.of("input_data", List.of(Map.of("values", values(question)))));
    }

    private static Map<String, Object> values(Question question) {
        Map<String, Object> values = new LinkedHashMap<>();
        question.model().store().ifPresent(id -> values.put("data_mart_id", WireId.of(id)));
        values.put("subscription_id", WireId.of(question.model().id()));
        values.put("custom_monitor_id", question.monitor().definition());
        values.put("custom_monitor_instance_id", WireId.of(question.monitor().id()));
        values.put("custom_monitor_run_id", WireId.of(question.check().id()));
        values.put("custom_monitor_instance_params", parameters(question));
        dataset(question, Kind.PRODUCTION).ifPresent(id -> values.put("payload_dataset_id", id));
        dataset(question, Kind.LABELS).ifPresent(id -> values.put("feedback_dataset_id", id));
        return values;
    }

    private static Map<String, JsonNode> parameters(Question question) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>(Documents.fields(question.settings()));
        question.lastCheck()
                .map(Instant::toString)
                .ifPresent(time -> parameters.put("last_run_time", Documents.tree((Object) time)));
        return parameters;
    }

    private static Optional<String> dataset(Question question, Kind kind) {
        return question.datasets().stream()
                .filter(dataset -> dataset.kind() == kind)
                .map(Dataset::id)
                .map(WireId::of)
                .findFirst();
    }
}
