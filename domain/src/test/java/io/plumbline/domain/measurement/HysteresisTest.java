package io.plumbline.domain.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Facts;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.measurement.Reading.Provenance;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HysteresisTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    private final Ids ids = Ids.of(() -> BEGIN, new Random(1));
    private final List<Incident> incidents = new ArrayList<>();

    /** Judges one value after the other; returns how many incidents are open after each. */
    private List<Integer> open(Hysteresis hysteresis, double... values) {
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            judge(hysteresis, i, reading(values[i]));
            counts.add((int) incidents.stream().filter(Incident::isOpen).count());
        }
        return counts;
    }

    private void judge(Hysteresis hysteresis, int hour, Reading reading) {
        List<Incident> open = incidents.stream().filter(Incident::isOpen).toList();
        for (Incident changed : hysteresis.judge(measurement(hour, reading), open, ids)) {
            incidents.removeIf(incident -> incident.id().equals(changed.id()));
            incidents.add(changed);
        }
    }

    private static Reading reading(double value) {
        Reading reading = Double.isNaN(value)
                ? Reading.notComputable("accuracy", new TreeMap<>(), "no labels", Provenance.PUBLISHED)
                : Reading.exact("accuracy", new TreeMap<>(), value, Provenance.PUBLISHED);
        return reading.within(OptionalDouble.of(0.8), OptionalDouble.of(0.99));
    }

    private Measurement measurement(int hour, Reading reading) {
        Id id = ids.next();
        return new Measurement(
                id,
                new Id(1, 1),
                Optional.empty(),
                new Id(1, 2),
                "quality",
                new Id(1, 3),
                Optional.empty(),
                BEGIN.plusSeconds(3600L * hour),
                BEGIN,
                Optional.empty(),
                List.of(reading),
                List.of(),
                Facts.NONE,
                "ada");
    }

    @Test
    void closesAfterGoodNumbersInARow() {
        assertThat(open(new Hysteresis(2, OptionalDouble.empty()), 0.9, 0.7, 0.85, 0.75, 0.85, 0.85, 0.85))
                .containsExactly(0, 1, 1, 1, 1, 0, 0);
        assertThat(incidents).hasSize(1);
        assertThat(incidents.getFirst().breaches()).isEqualTo(2);
        assertThat(incidents.getFirst().closedAt()).contains(BEGIN.plusSeconds(5 * 3600));
    }

    @Test
    void closesAtOnceByAMargin() {
        Hysteresis hysteresis = new Hysteresis(3, OptionalDouble.of(0.1));
        assertThat(open(hysteresis, 0.7, 0.85, 0.95)).containsExactly(1, 1, 0);
    }

    @Test
    void aNumberThatCouldNotBeComputedIsNeitherGoodNorBad() {
        assertThat(open(new Hysteresis(1, OptionalDouble.empty()), 0.7, Double.NaN, Double.NaN, 0.9))
                .containsExactly(1, 1, 1, 0);
    }

    @Test
    void theOtherSideIsTheSameIncident() {
        assertThat(open(new Hysteresis(1, OptionalDouble.empty()), 0.7, 1)).containsExactly(1, 1);
        assertThat(incidents).hasSize(1);
        assertThat(incidents.getFirst().side()).isEqualTo(Side.UPPER);
        assertThat(incidents.getFirst().limit()).isEqualTo(0.99);
    }

    @Test
    void aLimitItselfIsFine() {
        assertThat(open(new Hysteresis(1, OptionalDouble.empty()), 0.8, 0.99)).containsExactly(0, 0);
    }

    @Test
    void whatSpeaksOfAnOlderTimeDoesNotCount() {
        Hysteresis hysteresis = new Hysteresis(1, OptionalDouble.empty());
        judge(hysteresis, 5, reading(0.7));
        judge(hysteresis, 4, reading(0.9));
        assertThat(incidents.getFirst().isOpen()).isTrue();
        assertThat(incidents.getFirst().goodStreak()).isZero();
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThat(Hysteresis.of(Facts.NONE)).isEqualTo(new Hysteresis(2, OptionalDouble.empty()));
        assertThatThrownBy(() -> Hysteresis.of(Facts.of(Hysteresis.GOOD_CHECKS, 0)))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining(Hysteresis.GOOD_CHECKS);
        assertThatThrownBy(() -> Hysteresis.of(Facts.of(Hysteresis.MARGIN, "much")))
                .isInstanceOf(PlumblineException.class);
    }
}
