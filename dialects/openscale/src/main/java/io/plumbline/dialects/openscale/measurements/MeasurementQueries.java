package io.plumbline.dialects.openscale.measurements;

import io.plumbline.dialects.openscale.Elements;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.MeasurementsApi.ListMeasurementsQuery;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.measurement.MeasurementQuery;
import io.plumbline.domain.measurement.MeasurementQuery.Detail;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Questions for measurements of a period or of runs. */
final class MeasurementQueries {
    private static final int PAGE = 100;
    /** A run that is not there has no measurements. */
    private static final Id NOBODY = new Id(0, 0);

    private MeasurementQueries() {}

    /**
     * The question that a request asks.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it names neither a period nor runs
     */
    static MeasurementQuery of(ListMeasurementsQuery query) {
        boolean period = query.start() != null && query.end() != null;
        if (!period && (query.runId() == null || query.start() != null || query.end() != null)) {
            throw PlumblineException.invalid("start", "start and end are needed together, or run_id instead of them");
        }
        return new MeasurementQuery(
                Optional.ofNullable(query.start()),
                Optional.ofNullable(query.end()),
                runs(query),
                TagFilters.of(query.filter()),
                Detail.WITHOUT_EVIDENCE,
                Optional.empty(),
                Objects.requireNonNullElse(query.offset(), 0L),
                Objects.requireNonNullElse(query.limit(), PAGE));
    }

    private static List<Id> runs(ListMeasurementsQuery query) {
        return Elements.of("run_id", query.runId()).stream()
                .map(id -> WireId.parse(id).orElse(NOBODY))
                .toList();
    }
}
