package io.plumbline.domain.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Stamp;
import io.plumbline.domain.check.MonitorStatus.State;
import io.plumbline.domain.measurement.Incident;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import io.plumbline.domain.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MonitorStatusTest {
    private static final Id ID = new Id(1, 1);
    private static final Optional<Instant> MEASURED = Optional.of(Instant.EPOCH);

    private static State state(Optional<Check> last, Optional<Instant> measured, Incident... open) {
        Header header = new Header(ID, ID, Optional.empty(), 1, Stamp.made(Instant.EPOCH, "ada"));
        Monitor monitor = new Monitor(header, "quality", ID, "", Document.EMPTY);
        return MonitorStatus.of(monitor, last, measured, List.of(open)).state();
    }

    private static Optional<Check> check(Task.State state) {
        return Optional.of(new Check(
                ID,
                ID,
                Optional.empty(),
                ID,
                Check.Request.by(Check.Trigger.USER),
                state,
                0,
                0,
                "",
                Optional.empty(),
                "ada",
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty()));
    }

    private static Incident incident() {
        return new Incident(
                ID,
                ID,
                Optional.empty(),
                ID,
                ID,
                "accuracy",
                new TreeMap<>(),
                Side.LOWER,
                0.8,
                0.5,
                1,
                0,
                ID,
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void anOpenIncidentGoesBeforeAllElse() {
        assertThat(state(check(Task.State.FAILED), MEASURED, incident())).isEqualTo(State.ALERT);
    }

    @Test
    void whereTheNewestCheckFailedNobodyKnows() {
        assertThat(state(check(Task.State.FAILED), MEASURED)).isEqualTo(State.FAILED);
        assertThat(state(check(Task.State.CANCELLED), MEASURED)).isEqualTo(State.OK);
    }

    @Test
    void beforeTheFirstMeasurementThereIsNoData() {
        assertThat(state(Optional.empty(), Optional.empty())).isEqualTo(State.NO_DATA);
        assertThat(state(check(Task.State.RUNNING), Optional.empty())).isEqualTo(State.NO_DATA);
        assertThat(state(check(Task.State.FINISHED), MEASURED)).isEqualTo(State.OK);
    }
}
