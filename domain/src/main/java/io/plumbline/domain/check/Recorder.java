package io.plumbline.domain.check;

import io.plumbline.domain.Facts;
import io.plumbline.domain.Ids;
import io.plumbline.domain.measurement.Hysteresis;
import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.MeasurementStore;
import io.plumbline.domain.measurement.Measurements;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.monitor.Monitor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what comes out of checks: the measurement with the incidents that follow first, then the end of the check. */
final class Recorder {
    private final CheckStore checks;
    private final MeasurementStore measurements;
    private final Ids ids;

    Recorder(CheckStore checks, MeasurementStore measurements, Ids ids) {
        this.checks = checks;
        this.measurements = measurements;
        this.ids = ids;
    }

    /**
     * What a check looked at.
     *
     * @param check that looked
     * @param monitor that it is of
     * @param settings of the check, before those of the monitor
     * @param window of event time, where it looked at one
     * @param now when it began
     */
    record Look(Check check, Monitor monitor, Facts settings, Optional<Window> window, Instant now) {}

    void keep(Look look, Evaluation evaluation) {
        switch (evaluation) {
            case Evaluation.NotComputable(String reason, long records) ->
                conclude(look.check(), nothing(look.window(), reason, records));
            case Evaluation.Measured measured -> {
                Hysteresis hysteresis = Hysteresis.of(look.settings());
                measurements.append(
                        List.of(measurement(look, measured)),
                        (measurement, open) -> hysteresis.judge(measurement, open, ids));
                conclude(look.check(), measured(look.window(), measured.records(), measured.message()));
            }
        }
    }

    private static Measurement measurement(Look look, Evaluation.Measured measured) {
        Check check = look.check();
        return new Measurement(
                check.id(),
                check.organization(),
                check.project(),
                check.monitor(),
                look.monitor().definition(),
                look.monitor().model(),
                Optional.of(check.id()),
                look.window().map(Window::until).orElse(look.now()),
                look.now(),
                look.window(),
                measured.readings().stream()
                        .map(reading -> Measurements.limited(look.monitor(), reading))
                        .toList(),
                measured.evidence(),
                Facts.NONE,
                check.createdBy());
    }

    static Check.Outcome measured(Optional<Window> window, long records, String message) {
        return new Check.Outcome(Check.Result.MEASURED, message, window, records);
    }

    static Check.Outcome nothing(Optional<Window> window, String reason, long records) {
        return new Check.Outcome(Check.Result.NOT_COMPUTABLE, reason, window, records);
    }

    void conclude(Check check, Check.Outcome outcome) {
        checks.conclude(check.organization(), check.id(), outcome);
    }
}
