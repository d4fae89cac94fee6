package io.plumbline.dialects.openscale.measurements;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.MeasurementFormat;
import io.plumbline.dialects.openscale.wire.MeasurementsApi.ListLatestMeasurementsQuery;
import io.plumbline.dialects.openscale.wire.TargetType;
import io.plumbline.domain.measurement.MeasurementQuery;
import io.plumbline.domain.measurement.MeasurementQuery.Detail;
import io.plumbline.domain.monitor.Monitor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Questions for the latest measurements of targets. */
final class LatestQueries {
    private LatestQueries() {}

    /** Whether a monitor watches one of the targets that a request names. */
    static boolean isOf(ListLatestMeasurementsQuery query, Monitor monitor) {
        return query.targetType() == TargetType.SUBSCRIPTION && query.targetId().contains(WireId.of(monitor.model()));
    }

    /**
     * The question for measurements of one of the definitions that a request names.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where its filter makes no sense
     */
    static MeasurementQuery of(ListLatestMeasurementsQuery query, String definition) {
        return new MeasurementQuery(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                TagFilters.of(query.filter(), definition, query.monitorDefinitionId()),
                query.format() == MeasurementFormat.FULL ? Detail.WITH_EVIDENCE : Detail.WITHOUT_EVIDENCE,
                Optional.empty(),
                0,
                Objects.requireNonNullElse(query.recentCount(), 1));
    }
}
