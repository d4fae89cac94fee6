package io.plumbline.dialects.openscale.measurements;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.Measurement;
import io.plumbline.dialects.openscale.wire.MeasurementEntity;
import io.plumbline.dialects.openscale.wire.MeasurementSource;
import io.plumbline.dialects.openscale.wire.MeasurementValue;
import io.plumbline.dialects.openscale.wire.Metadata;
import io.plumbline.dialects.openscale.wire.MetricValue;
import io.plumbline.dialects.openscale.wire.TagValue;
import io.plumbline.dialects.openscale.wire.Target;
import io.plumbline.dialects.openscale.wire.TargetType;
import io.plumbline.domain.measurement.Evidence;
import io.plumbline.domain.measurement.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Measurements as they go over the wire. A metric that could not be computed is left out. */
final class MeasurementDocuments {
    /** The attribute that holds the revision of the model. */
    static final String REVISION = "asset_revision";

    private MeasurementDocuments() {}

    /** The measurement without its evidence. */
    static Measurement compact(io.plumbline.domain.measurement.Measurement measurement) {
        return wire(measurement, null);
    }

    /** The measurement with this evidence. */
    static Measurement full(io.plumbline.domain.measurement.Measurement measurement, List<Evidence> evidence) {
        return wire(
                measurement, evidence.stream().map(MeasurementDocuments::source).toList());
    }

    private static Measurement wire(
            io.plumbline.domain.measurement.Measurement measurement, @Nullable List<MeasurementSource> sources) {
        return Measurement.builder()
                .metadata(metadata(measurement))
                .entity(MeasurementEntity.builder()
                        .timestamp(measurement.at())
                        .runId(measurement.check().map(WireId::of).orElse(null))
                        .values(values(measurement.readings()))
                        .issueCount(measurement.issueCount())
                        .assetRevision(measurement.attributes().text(REVISION).orElse(null))
                        .target(Target.builder()
                                .targetType(TargetType.SUBSCRIPTION)
                                .targetId(WireId.of(measurement.model()))
                                .build())
                        .monitorInstanceId(WireId.of(measurement.monitor()))
                        .monitorDefinitionId(measurement.definition())
                        .sources(sources)
                        .build())
                .build();
    }

    private static Metadata metadata(io.plumbline.domain.measurement.Measurement measurement) {
        String id = WireId.of(measurement.id());
        return Metadata.builder()
                .id(id)
                .crn(Envelope.resourceName(measurement.organization(), "measurement", id))
                .url("/v2/monitor_instances/" + WireId.of(measurement.monitor()) + "/measurements/" + id)
                .createdAt(measurement.knownAt())
                .createdBy(measurement.createdBy())
                .build();
    }

    private static List<MeasurementValue> values(List<Reading> readings) {
        Map<SortedMap<String, String>, List<MetricValue>> groups = new LinkedHashMap<>();
        for (Reading reading : readings) {
            reading.value()
                    .ifPresent(value -> groups.computeIfAbsent(reading.tags(), tags -> new ArrayList<>())
                            .add(metric(reading, value)));
        }
        return groups.entrySet().stream()
                .map(group -> MeasurementValue.builder()
                        .metrics(group.getValue())
                        .tags(tags(group.getKey()))
                        .build())
                .toList();
    }

    private static MetricValue metric(Reading reading, double value) {
        return MetricValue.builder()
                .id(reading.metric())
                .value(value)
                .lowerLimit(boxed(reading.lowerLimit()))
                .upperLimit(boxed(reading.upperLimit()))
                .build();
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    /** Tags as they go over the wire. */
    static List<TagValue> tags(SortedMap<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> TagValue.builder()
                        .id(tag.getKey())
                        .value(tag.getValue())
                        .build())
                .toList();
    }

    private static MeasurementSource source(Evidence evidence) {
        return MeasurementSource.builder()
                .id(evidence.id())
                .type(evidence.type())
                .metricIds(evidence.metrics().isEmpty() ? null : evidence.metrics())
                .data(evidence.data() == null ? null : Documents.tree(evidence.data()))
                .build();
    }
}
