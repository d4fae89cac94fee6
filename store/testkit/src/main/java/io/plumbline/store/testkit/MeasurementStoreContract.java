package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.race;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Document;
import io.plumbline.domain.Facts;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.measurement.Evidence;
import io.plumbline.domain.measurement.Hysteresis;
import io.plumbline.domain.measurement.Incident;
import io.plumbline.domain.measurement.IncidentQuery;
import io.plumbline.domain.measurement.IncidentQuery.State;
import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.MeasurementQuery;
import io.plumbline.domain.measurement.MeasurementQuery.Detail;
import io.plumbline.domain.measurement.MeasurementQuery.Position;
import io.plumbline.domain.measurement.MeasurementStore;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.measurement.Reading.Provenance;
import io.plumbline.domain.measurement.TagCondition;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.monitor.Monitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every {@link MeasurementStore} does with measurements and incidents. */
public abstract class MeasurementStoreContract {
    private static final Hysteresis HYSTERESIS = new Hysteresis(2, OptionalDouble.empty());

    private final Id organization = Samples.id();
    private final Monitor watching =
            new Monitor(Samples.header(organization), "quality", Samples.id(), "", Document.EMPTY);
    private final Id monitor = watching.id();
    private final Ids ids = Samples::id;

    /** The store under test, over the same data each time within a test. */
    protected abstract MeasurementStore store();

    /** Closes the store and opens it again. */
    protected abstract void reopen();

    /** Keeps a monitor beside the store. */
    protected abstract void keep(Monitor monitor);

    private int append(Measurement... measurements) {
        return store().append(List.of(measurements), this::judge);
    }

    private List<Incident> judge(Measurement measurement, List<Incident> open) {
        return HYSTERESIS.judge(measurement, open, ids);
    }

    private Measurement of(int hour, Reading... readings) {
        return of(monitor, Samples.BEGIN.plus(Duration.ofHours(hour)), readings);
    }

    private Measurement of(Id by, Instant at, Reading... readings) {
        return new Measurement(
                Samples.id(),
                organization,
                Optional.empty(),
                by,
                "quality",
                Samples.id(),
                Optional.empty(),
                at,
                at.plusSeconds(5),
                Optional.empty(),
                List.of(readings),
                List.of(),
                Facts.NONE,
                "ada");
    }

    private static Reading accuracy(double value, String... tags) {
        return Reading.exact("accuracy", tags(tags), value, Provenance.PUBLISHED)
                .within(OptionalDouble.of(0.8), OptionalDouble.empty());
    }

    private static SortedMap<String, String> tags(String... pairs) {
        SortedMap<String, String> tags = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            tags.put(pairs[i], pairs[i + 1]);
        }
        return tags;
    }

    private List<Measurement> list(MeasurementQuery query) {
        return store().list(organization, monitor, query);
    }

    private List<Incident> incidents(State state) {
        return store().incidents(
                        organization,
                        new IncidentQuery(
                                Optional.of(monitor), Optional.empty(), Optional.of(state), Optional.empty(), 100));
    }

    @Test
    void keepsEverythingOfAMeasurement() {
        Measurement full = full();
        assertThat(append(full)).isEqualTo(1);
        reopen();
        assertThat(store().find(organization, full.id())).contains(full);
        assertThat(store().find(Samples.id(), full.id())).isEmpty();
        assertThat(list(MeasurementQuery.newest(10))).containsExactly(full.with(List.of()));
    }

    private Measurement full() {
        Provenance provenance = new Provenance(
                "psi@1",
                Facts.of("bins", 10).with("edges", List.of(0.5, -1e300, 3)).with("none", null),
                1_000,
                20_000_000_000L,
                List.of("abc", "def"));
        Reading estimate = Reading.estimate("psi", tags("field", "Grüße 🙂"), 0.1, 0.05, 0.2, provenance);
        Reading none = Reading.notComputable("js", tags(), "there are no values", provenance);
        Evidence evidence = new Evidence(
                "matrix", "confusion_matrix", List.of("psi"), Map.of("labels", List.of("a", "b"), "n", 3L));
        return new Measurement(
                Samples.id(),
                organization,
                Optional.of(Samples.id()),
                monitor,
                "drift_v2",
                Samples.id(),
                Optional.of(Samples.id()),
                Samples.BEGIN,
                Samples.BEGIN.plusSeconds(9),
                Optional.of(new Window(Samples.BEGIN.minusSeconds(60), Samples.BEGIN)),
                List.of(estimate.within(OptionalDouble.of(-1), OptionalDouble.of(0.1)), none),
                List.of(evidence),
                Facts.of("asset_revision", "7"),
                "ada");
    }

    @Test
    void theSameIdCountsOnce() {
        Measurement first = of(1, accuracy(0.5));
        assertThat(append(first)).isEqualTo(1);
        assertThat(append(first, of(2, accuracy(0.6)))).isEqualTo(1);
        assertThat(list(MeasurementQuery.newest(10))).hasSize(2);
        assertThat(incidents(State.OPEN)).hasSize(1);
        assertThat(incidents(State.OPEN).getFirst().breaches()).isEqualTo(2);
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        List<Measurement> made = new ArrayList<>();
        for (int hour = 0; hour < 10; hour++) {
            made.addFirst(of(hour / 2, accuracy(0.9)));
            append(made.getFirst());
        }
        List<Measurement> all = list(MeasurementQuery.newest(100));
        assertThat(all).containsExactlyInAnyOrderElementsOf(made);
        assertThat(all).isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
        List<Measurement> paged = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        for (int page = 0; page < 4; page++) {
            List<Measurement> of = list(new MeasurementQuery(
                    Optional.empty(), Optional.empty(), List.of(), List.of(), Detail.WITHOUT_EVIDENCE, after, 0, 3));
            paged.addAll(of);
            after = Optional.of(new Position(of.getLast().at(), of.getLast().id()));
        }
        assertThat(paged).isEqualTo(all);
        assertThat(list(new MeasurementQuery(
                        Optional.of(Samples.BEGIN.plus(Duration.ofHours(1))),
                        Optional.of(Samples.BEGIN.plus(Duration.ofHours(3))),
                        List.of(),
                        List.of(),
                        Detail.WITHOUT_EVIDENCE,
                        Optional.empty(),
                        1,
                        2)))
                .isEqualTo(all.subList(5, 7));
    }

    @Test
    void conditionsLeaveReadingsOut() {
        Measurement both = of(1, accuracy(0.9, "region", "south"), accuracy(0.7, "region", "north"), accuracy(0.8));
        append(both, of(2, accuracy(0.9)));
        assertThat(readings(new TagCondition("region", TagCondition.Test.IN, List.of("north", "east"))))
                .containsExactly(both.readings().get(1));
        assertThat(readings(new TagCondition("region", TagCondition.Test.PRESENT, List.of())))
                .isEqualTo(both.readings().subList(0, 2));
        assertThat(readings(new TagCondition("region", TagCondition.Test.MISSING, List.of())))
                .hasSize(2);
        assertThat(readings(new TagCondition("region", TagCondition.Test.IN, List.of("x' or '1'='1"))))
                .isEmpty();
    }

    private List<Reading> readings(TagCondition condition) {
        return list(new MeasurementQuery(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(condition),
                        Detail.WITHOUT_EVIDENCE,
                        Optional.empty(),
                        0,
                        10))
                .stream()
                .flatMap(measurement -> measurement.readings().stream())
                .toList();
    }

    @Test
    void tellsTheLatestOfEachMonitor() {
        Id other = Samples.id();
        Measurement newest = of(5, accuracy(0.9));
        Measurement ofOther = of(other, Samples.BEGIN, accuracy(0.9));
        append(of(1, accuracy(0.9)), newest);
        append(ofOther);
        assertThat(store().latest(organization, List.of(monitor, other), MeasurementQuery.newest(1)))
                .containsExactly(newest, ofOther);
    }

    @Test
    void anIncidentIsOneUntilItCloses() {
        append(of(1, accuracy(0.9)));
        assertThat(incidents(State.OPEN)).isEmpty();
        append(of(2, accuracy(0.5), accuracy(0.5, "region", "south")));
        append(of(3, accuracy(0.4), accuracy(0.9, "region", "south")));
        append(of(4, accuracy(0.9), accuracy(0.9, "region", "south")));
        assertThat(incidents(State.OPEN)).hasSize(1);
        assertThat(incidents(State.OPEN).getFirst().tags()).isEmpty();
        Incident closed = incidents(State.CLOSED).getFirst();
        assertThat(closed.tags()).containsEntry("region", "south");
        assertThat(closed.closedAt()).contains(Samples.BEGIN.plus(Duration.ofHours(4)));
        reopen();
        append(of(5, accuracy(0.9)), of(6, accuracy(0.2)));
        assertThat(incidents(State.CLOSED)).hasSize(2);
        assertThat(incidents(State.OPEN).getFirst().openedAt()).isEqualTo(Samples.BEGIN.plus(Duration.ofHours(6)));
        assertThat(store().incident(organization, closed.id())).contains(closed);
        assertThat(store().incident(Samples.id(), closed.id())).isEmpty();
    }

    @Test
    void whatSpeaksOfAnOlderTimeOpensNothing() {
        append(of(5, accuracy(0.9)));
        append(of(1, accuracy(0.1)));
        assertThat(incidents(State.OPEN)).isEmpty();
        assertThat(list(MeasurementQuery.newest(10))).hasSize(2);
    }

    @Test
    void ofTwoAtOnceNoneIsLost() {
        keep(watching);
        race(number -> append(of(number, accuracy(0.1))));
        assertThat(incidents(State.OPEN)).hasSize(1);
        assertThat(list(MeasurementQuery.newest(100))).hasSize(Racing.THREADS);
    }

    @Test
    void nothingIsKeptWhereJudgingFails() {
        Measurement measurement = of(1, accuracy(0.1));
        assertThat(Racing.failureOf(() -> store().append(List.of(measurement), (of, open) -> {
                    throw io.plumbline.domain.PlumblineException.invalid("no");
                })))
                .isPresent();
        assertThat(store().find(organization, measurement.id())).isEmpty();
    }
}
