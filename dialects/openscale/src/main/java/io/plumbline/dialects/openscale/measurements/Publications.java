package io.plumbline.dialects.openscale.measurements;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Elements;
import io.plumbline.dialects.openscale.wire.MeasurementRequest;
import io.plumbline.dialects.openscale.wire.MeasurementSource;
import io.plumbline.domain.Facts;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.measurement.Evidence;
import io.plumbline.domain.measurement.Publication;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Measurements that come from outside. Metrics and tags stand side by side on the wire; the definition tells them apart.
 *
 * @param monitor whose measurements they are
 * @param definition of the monitor
 * @param check finds the check that a field names
 */
record Publications(Monitor monitor, MonitorDefinition definition, BiFunction<String, String, Id> check) {
    /**
     * What requests describe.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the place
     */
    List<Publication> of(List<MeasurementRequest> requests) {
        List<MeasurementRequest> all = Elements.of("", requests);
        return IntStream.range(0, all.size())
                .mapToObj(i -> publication(all.get(i), "[" + i + "]"))
                .toList();
    }

    private Publication publication(MeasurementRequest request, String where) {
        Publication publication = new Publication(
                Optional.empty(),
                request.timestamp(),
                Optional.ofNullable(request.runId()).map(id -> check.apply(where + ".run_id", id)),
                new PublishedGroups(definition)
                        .of(Elements.of(where + ".metrics", request.metrics()), where + ".metrics"),
                Elements.of(where + ".sources", request.sources()).stream()
                        .map(source -> evidence(source, where + ".sources"))
                        .toList(),
                request.assetRevision() == null
                        ? Facts.NONE
                        : Facts.of(MeasurementDocuments.REVISION, request.assetRevision()));
        return PublishedId.given(monitor.id(), publication);
    }

    private static Evidence evidence(MeasurementSource source, String where) {
        return new Evidence(
                source.id(),
                source.type(),
                Elements.of(where + ".metric_ids", source.metricIds()),
                Documents.plain(source.data()));
    }
}
