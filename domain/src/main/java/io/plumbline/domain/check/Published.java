package io.plumbline.domain.check;

import io.plumbline.domain.measurement.MeasurementQuery;
import io.plumbline.domain.measurement.MeasurementStore;
import java.util.List;
import java.util.Optional;

/** Whether measurements were published for a check. */
final class Published {
    private final MeasurementStore measurements;

    Published(MeasurementStore measurements) {
        this.measurements = measurements;
    }

    /** Whether there is any that names this check. */
    boolean any(Check check) {
        MeasurementQuery ofCheck = new MeasurementQuery(
                Optional.empty(),
                Optional.empty(),
                List.of(check.id()),
                List.of(),
                MeasurementQuery.Detail.WITHOUT_EVIDENCE,
                Optional.empty(),
                0,
                1);
        return !measurements
                .list(check.organization(), check.monitor(), ofCheck)
                .isEmpty();
    }

    /** How a check ended that its provider says is done. */
    Check.Outcome outcome(Check check) {
        return any(check)
                ? Recorder.measured(Optional.empty(), 0, "")
                : Recorder.nothing(Optional.empty(), "the custom metrics provider published no measurement", 0);
    }
}
