package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.SynchronizedConfiguration;
import io.plumbline.dialects.openscale.wire.SynchronizedObject;
import io.plumbline.domain.model.Dataset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compares the data sets that a subscription has with those that its pre-production subscription has. */
final class Synchronization {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String NO_MONITOR = "N/A";
    private static final String ACTIVE = "active";

    private Synchronization() {}

    /** For each data set of the source, the one of the same kind of the target, if it is there. */
    static Stream<SynchronizedConfiguration> compare(List<Dataset> source, List<Dataset> target) {
        return source.stream()
                .filter(dataset -> DataSetFacts.of(dataset).isPresent())
                .map(dataset -> compared(dataset, sameKind(dataset, target)));
    }

    private static Optional<Dataset> sameKind(Dataset source, List<Dataset> target) {
        return target.stream()
                .filter(dataset -> dataset.type().equals(source.type()))
                .filter(dataset -> DataSetFacts.of(dataset).isPresent())
                .findFirst();
    }

    private static SynchronizedConfiguration compared(Dataset source, Optional<Dataset> target) {
        SynchronizedConfiguration.Builder compared = SynchronizedConfiguration.builder()
                .monitorDefinitionId(NO_MONITOR)
                .sourceProperties(properties(source))
                .status("missing");
        target.ifPresent(found -> compared.monitorInstanceId(WireId.of(found.id()))
                .monitorInstanceStatus(ACTIVE)
                .targetProperties(properties(found))
                .status("exists"));
        return compared.build();
    }

    private static SynchronizedObject properties(Dataset dataset) {
        Map<String, JsonNode> properties = new TreeMap<>();
        properties.put("resource_type", text("data_set"));
        properties.put("rev", text(Long.toString(dataset.header().revision())));
        properties.put("status", text(ACTIVE));
        properties.put("touched_at", text(dataset.header().stamp().modifiedAt().toString()));
        properties.put("type", text(dataset.type()));
        DataSetFacts.of(dataset).ifPresent(facts -> {
            properties.put(
                    "target.target_type", text(facts.target().targetType().wireName()));
            properties.put(
                    "target.target_id", text(String.valueOf(facts.target().targetId())));
        });
        return SynchronizedObject.builder()
                .id(WireId.of(dataset.id()))
                .properties(properties)
                .build();
    }

    private static JsonNode text(String text) {
        return JSON.stringNode(text);
    }
}
