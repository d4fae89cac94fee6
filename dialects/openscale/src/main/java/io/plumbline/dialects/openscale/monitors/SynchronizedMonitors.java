package io.plumbline.dialects.openscale.monitors;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.SynchronizedConfiguration;
import io.plumbline.dialects.openscale.wire.SynchronizedObject;
import io.plumbline.domain.monitor.Monitor;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Monitors that are taken over, as they go over the wire. */
final class SynchronizedMonitors {
    private static final String ACTIVE = "active";

    private SynchronizedMonitors() {}

    /** A monitor of the source, and the one of the target where it is there. */
    static SynchronizedConfiguration wire(Monitor source, Optional<Monitor> target, String status) {
        SynchronizedConfiguration.Builder wire = SynchronizedConfiguration.builder()
                .monitorDefinitionId(source.definition())
                .sourceProperties(properties(source))
                .status(status);
        target.ifPresent(found -> wire.monitorInstanceId(WireId.of(found.id()))
                .monitorInstanceStatus(ACTIVE)
                .targetProperties(properties(found)));
        return wire.build();
    }

    private static SynchronizedObject properties(Monitor monitor) {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("resource_type", "monitor_instance");
        properties.put("monitor_definition_id", monitor.definition());
        properties.put("data_mart_id", MonitorInstances.dataMart(monitor));
        properties.put("rev", Long.toString(monitor.header().revision()));
        properties.put("status", ACTIVE);
        properties.put("touched_at", monitor.header().stamp().modifiedAt().toString());
        properties.put("target.target_type", "subscription");
        properties.put("target.target_id", WireId.of(monitor.model()));
        Map<String, JsonNode> wire = new TreeMap<>();
        properties.forEach((name, value) -> wire.put(name, Documents.tree(value)));
        return SynchronizedObject.builder()
                .id(WireId.of(monitor.id()))
                .properties(wire)
                .build();
    }
}
