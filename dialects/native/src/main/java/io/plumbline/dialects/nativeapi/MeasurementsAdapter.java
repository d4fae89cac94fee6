package io.plumbline.dialects.nativeapi;

import io.plumbline.dialects.nativeapi.wire.Evidence;
import io.plumbline.dialects.nativeapi.wire.Measurement;
import io.plumbline.dialects.nativeapi.wire.MeasurementPage;
import io.plumbline.dialects.nativeapi.wire.MeasurementsApi;
import io.plumbline.dialects.nativeapi.wire.Provenance;
import io.plumbline.dialects.nativeapi.wire.Reading;
import io.plumbline.domain.Id;
import io.plumbline.domain.measurement.MeasurementQuery;
import io.plumbline.domain.measurement.MeasurementQuery.Detail;
import io.plumbline.domain.measurement.Measurements;
import io.plumbline.http.Call;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What monitors found. */
public final class MeasurementsAdapter implements MeasurementsApi {
    private final Measurements measurements;

    /** Over these measurements. */
    public MeasurementsAdapter(Measurements measurements) {
        this.measurements = measurements;
    }

    @Override
    public MeasurementPage listMeasurements(Call call, String monitorId, ListMeasurementsQuery query) {
        int limit = Page.limit(query.limit());
        MeasurementQuery asked = new MeasurementQuery(
                Optional.ofNullable(query.from()),
                Optional.ofNullable(query.until()),
                List.of(),
                List.of(),
                Detail.WITHOUT_EVIDENCE,
                Moment.after(query.cursor()).map(moment -> new MeasurementQuery.Position(moment.at(), moment.id())),
                0,
                limit + 1);
        Page<io.plumbline.domain.measurement.Measurement> page = Page.of(
                measurements.list(call.caller(), WireId.of("monitor", monitorId), asked),
                limit,
                last -> new Moment(last.at(), last.id()).toString());
        return MeasurementPage.builder()
                .measurements(
                        page.items().stream().map(found -> wire(found).build()).toList())
                .nextCursor(page.next())
                .build();
    }

    @Override
    public Measurement getMeasurement(Call call, String monitorId, String measurementId) {
        var found = measurements.find(
                call.caller(), WireId.of("monitor", monitorId), WireId.of("measurement", measurementId));
        return wire(found)
                .evidence(
                        found.evidence().stream().map(MeasurementsAdapter::wire).toList())
                .build();
    }

    private static Measurement.Builder wire(io.plumbline.domain.measurement.Measurement measurement) {
        return Measurement.builder()
                .id(measurement.id().toString())
                .monitorId(measurement.monitor().toString())
                .checkId(measurement.check().map(Id::toString).orElse(null))
                .at(measurement.at())
                .knownAt(measurement.knownAt())
                .window(measurement.window().map(ChecksAdapter::wire).orElse(null))
                .breaches(measurement.issueCount())
                .readings(measurement.readings().stream()
                        .map(MeasurementsAdapter::wire)
                        .toList())
                .createdBy(measurement.createdBy());
    }

    private static Reading wire(io.plumbline.domain.measurement.Reading reading) {
        return Reading.builder()
                .metric(reading.metric())
                .tags(reading.tags())
                .value(number(reading.value()))
                .reason(reading.reason().orElse(null))
                .least(number(reading.least()))
                .greatest(number(reading.greatest()))
                .lowerLimit(number(reading.lowerLimit()))
                .upperLimit(number(reading.upperLimit()))
                .breach(reading.isBreach())
                .provenance(wire(reading.provenance()))
                .build();
    }

    private static Provenance wire(io.plumbline.domain.measurement.Reading.Provenance provenance) {
        return Provenance.builder()
                .measure(provenance.measure().isEmpty() ? null : provenance.measure())
                .parameters(PlainJson.fields(provenance.parameters()))
                .referenceCount(provenance.referenceCount())
                .currentCount(provenance.currentCount())
                .profiles(provenance.digests())
                .build();
    }

    private static Evidence wire(io.plumbline.domain.measurement.Evidence evidence) {
        return Evidence.builder()
                .id(evidence.id())
                .type(evidence.type())
                .metrics(evidence.metrics())
                .data(PlainJson.tree(evidence.data()))
                .build();
    }

    /** The number; null where there is none. */
    static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
