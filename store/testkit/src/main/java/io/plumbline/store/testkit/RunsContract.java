package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.failureOf;
import static io.plumbline.store.testkit.Racing.race;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.DatasetInput;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.ExperimentStore;
import io.plumbline.domain.experiment.Lifecycle;
import io.plumbline.domain.experiment.MetricPoint;
import io.plumbline.domain.experiment.MetricRange;
import io.plumbline.domain.experiment.MetricSeries;
import io.plumbline.domain.experiment.MetricStore;
import io.plumbline.domain.experiment.MetricSummary;
import io.plumbline.domain.experiment.Owner;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunChange;
import io.plumbline.domain.experiment.RunLog;
import io.plumbline.domain.experiment.RunStatus;
import io.plumbline.domain.experiment.RunStore;
import io.plumbline.domain.experiment.RunView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What every {@link RunStore} and its {@link MetricStore} do. */
public abstract class RunsContract {
    private static final Instant LATER = Samples.BEGIN.plusSeconds(60);

    private final Id organization = Samples.id();
    private final Id user = Samples.id();

    /** The store under test, over the same data each time within a test. */
    protected abstract RunStore store();

    /** The histories of the same data. */
    protected abstract MetricStore metrics();

    /** The experiments of the same data. */
    protected abstract ExperimentStore experiments();

    /** Closes the store and opens it again. */
    protected abstract void reopen();

    /** A run of an experiment, without a number. */
    public static Run run(Experiment experiment, String name, Optional<Id> parent) {
        return new Run(
                Samples.id(),
                0,
                experiment.organization(),
                experiment.id(),
                experiment.number(),
                name,
                "a note",
                RunStatus.RUNNING,
                Lifecycle.ACTIVE,
                parent,
                new Owner(Samples.id(), "ada"),
                Samples.BEGIN,
                Samples.BEGIN,
                Optional.empty(),
                Samples.BEGIN,
                Optional.empty());
    }

    private Run added(RunLog log) {
        Experiment experiment =
                experiments().add(ExperimentsContract.named(organization, "of runs " + Samples.id(), Map.of()));
        return store().add(run(experiment, "a run", Optional.empty()), log);
    }

    private static RunLog log(Map<String, String> params, Map<String, String> tags, MetricPoint... points) {
        return new RunLog(List.of(points), new TreeMap<>(params), new TreeMap<>(tags));
    }

    private RunView view(Run run) {
        return store().views(user, List.of(run)).getFirst();
    }

    @Test
    void keepsWhatWasAddedAndLogged() {
        Run run = added(log(Map.of("p", "1"), Map.of("t", "x")));
        store().log(run, log(Map.of("q", "ä\n🙂"), Map.of("t", "y"), new MetricPoint("m", 0.5, 3, 7)), LATER);
        DatasetInput data = new DatasetInput(
                "iris", "d1", "train", "local", "{}", "[]", "{\"rows\":1}", new TreeMap<>(Map.of("a", "b")));
        store().addInputs(run, List.of(data, data), LATER);
        reopen();
        RunView view = view(run);
        assertThat(view.params()).isEqualTo(Map.of("p", "1", "q", "ä\n🙂"));
        assertThat(view.tags()).isEqualTo(Map.of("t", "y"));
        assertThat(view.metrics()).containsExactly(MetricSummary.of(new MetricPoint("m", 0.5, 3, 7)));
        assertThat(view.inputs()).containsExactly(data);
        assertThat(view.run().updatedAt()).isEqualTo(LATER);
        assertThat(store().find(organization, run.id())).contains(view.run());
        assertThat(store().numbered(organization, run.number())).contains(view.run());
        assertThat(store().find(Samples.id(), run.id())).isEmpty();
        assertThat(store().ofExperiment(organization, run.experiment(), 0, 10)).containsExactly(view.run());
        assertThat(store().ofExperiment(organization, run.experiment(), run.number(), 10))
                .isEmpty();
    }

    @Test
    void givesEachANumberOfItsOwn() {
        Set<Long> numbers = new HashSet<>(race(_ -> added(RunLog.EMPTY).number()));
        assertThat(numbers).hasSize(8);
    }

    @Test
    void keepsAllOfALogOrNothing() {
        Run run = added(log(Map.of("p", "1"), Map.of("t", "x")));
        RunLog contradicting = log(Map.of("p", "2", "new", "3"), Map.of("t", "y"), new MetricPoint("m", 1, 0, 0));
        assertThat(failureOf(() -> store().log(run, contradicting, LATER))).containsInstanceOf(Failure.Invalid.class);
        assertThat(view(run).params()).isEqualTo(Map.of("p", "1"));
        assertThat(view(run).tags()).isEqualTo(Map.of("t", "x"));
        assertThat(view(run).metrics()).isEmpty();
        assertThat(metrics().series(run, "m", MetricRange.ALL).size()).isZero();
        store().log(run, log(Map.of("p", "1"), Map.of()), LATER);
        assertThat(failureOf(() -> store().log(run, log(Map.of(), Map.of("nul", "\0")), LATER)))
                .containsInstanceOf(Failure.Invalid.class);
    }

    @Test
    void takesNothingForARunInTheBin() {
        Run run = added(RunLog.EMPTY);
        store().change(organization, run.id(), RunLog.EMPTY, found -> found.deleted(Optional.of(LATER)));
        assertThat(failureOf(() -> store().log(run, RunLog.tag("a", "b"), LATER)))
                .containsInstanceOf(Failure.Conflict.class);
        Run unknown =
                run(experiments().add(ExperimentsContract.named(organization, "e", Map.of())), "x", Optional.empty());
        assertThat(failureOf(() -> store().log(unknown, RunLog.tag("a", "b"), LATER)))
                .containsInstanceOf(Failure.NotFound.class);
    }

    @Test
    void changesARunWithItsTags() {
        Run run = added(RunLog.EMPTY);
        RunChange change = new RunChange(
                Optional.of("renamed"),
                Optional.empty(),
                Optional.of(RunStatus.COMPLETED),
                Optional.empty(),
                Optional.of(LATER));
        Run changed = store().change(organization, run.id(), RunLog.tag("a", "b"), found -> found.with(change, LATER));
        assertThat(view(run).run()).isEqualTo(changed);
        assertThat(changed.endedAt()).contains(LATER);
        assertThat(view(run).tags()).isEqualTo(Map.of("a", "b"));
        assertThat(store().removeTag(run, "a", LATER)).isTrue();
        assertThat(store().removeTag(run, "a", LATER)).isFalse();
    }

    @Test
    void keepsEveryPointOfALongHistory() {
        Run run = added(RunLog.EMPTY);
        List<MetricPoint> all = new ArrayList<>();
        for (int batch = 0; batch < 1_100; batch++) {
            List<MetricPoint> some = new ArrayList<>();
            // Steps come out of order within a request and between requests.
            for (int i = 0; i < 3; i++) {
                some.add(new MetricPoint("loss", value(batch * 3 + i), (batch ^ 5) * 3L + (2 - i), batch));
            }
            some.add(new MetricPoint("other " + batch % 7, batch, batch, batch));
            all.addAll(some);
            store().log(run, RunLog.of(some), LATER);
        }
        List<MetricPoint> loss =
                all.stream().filter(point -> point.key().equals("loss")).toList();
        assertThat(points("loss", metrics().series(run, "loss", MetricRange.ALL)))
                .containsExactlyElementsOf(loss.stream()
                        .sorted(Comparator.comparingLong(MetricPoint::step).thenComparingLong(MetricPoint::micros))
                        .toList());
        assertThat(metrics().series(run, "loss", new MetricRange(30, 59)).steps())
                .hasSize(30)
                .startsWith(30)
                .endsWith(59);
        MetricSummary summary = loss.stream()
                .map(MetricSummary::of)
                .reduce(MetricSummary::merge)
                .orElseThrow();
        MetricSummary kept = view(run).metrics().getFirst();
        assertThat(kept.count()).isEqualTo(summary.count());
        assertThat(kept.latest()).isEqualTo(summary.latest());
        assertThat(kept.mean()).isCloseTo(summary.mean(), Offset.offset(1e-9));
        assertThat(metrics().series(run, "none", MetricRange.ALL).size()).isZero();
    }

    @Test
    void tellsTheSameOfARunThatIsOver() {
        MetricPoint[] points = {
            new MetricPoint("one", 0.1, 3, 7),
            new MetricPoint("none", Double.NaN, 0, 0),
            new MetricPoint("wide", Double.POSITIVE_INFINITY, -5, 9),
            new MetricPoint("wide", 1.5, 8, 2),
            new MetricPoint("ä 🙂", -1e300, Long.MAX_VALUE, Long.MIN_VALUE)
        };
        Run run = added(log(Map.of(), Map.of(), points));
        List<MetricSummary> before = view(run).metrics();
        assertThat(before).hasSize(4);
        RunChange end = new RunChange(
                Optional.empty(),
                Optional.empty(),
                Optional.of(RunStatus.COMPLETED),
                Optional.empty(),
                Optional.of(LATER));
        Run over = store().change(organization, run.id(), RunLog.EMPTY, found -> found.with(end, LATER));
        assertThat(view(over).metrics()).isEqualTo(before);
        store().log(over, RunLog.of(List.of(new MetricPoint("one", 0.2, 4, 8))), LATER);
        Run added = added(log(Map.of(), Map.of(), points));
        store().log(added, RunLog.of(List.of(new MetricPoint("one", 0.2, 4, 8))), LATER);
        assertThat(view(over).metrics()).isEqualTo(view(added).metrics()).isNotEqualTo(before);
    }

    private static double value(int i) {
        return switch (i % 100) {
            case 13 -> Double.NaN;
            case 14 -> Double.POSITIVE_INFINITY;
            case 15 -> Double.NEGATIVE_INFINITY;
            default -> Math.sin(i);
        };
    }

    private static List<MetricPoint> points(String key, MetricSeries series) {
        List<MetricPoint> points = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            points.add(new MetricPoint(key, series.values()[i], series.steps()[i], series.micros()[i]));
        }
        return points;
    }

    @Test
    void losesNoPointOfManyWhoLog() {
        Run run = added(RunLog.EMPTY);
        race(number -> {
            for (int i = 0; i < 40; i++) {
                store().log(run, RunLog.of(List.of(new MetricPoint("m", i, i, number))), LATER);
            }
            return true;
        });
        assertThat(view(run).metrics().getFirst().count()).isEqualTo(320);
        assertThat(metrics().series(run, "m", MetricRange.ALL).size()).isEqualTo(320);
    }

    @Test
    void pinsForOneUserAndTellsParents() {
        Run parent = added(RunLog.EMPTY);
        Experiment experiment =
                experiments().find(organization, parent.experiment()).orElseThrow();
        Run child = store().add(run(experiment, "child", Optional.of(parent.id())), RunLog.EMPTY);
        store().pin(user, child, Samples.BEGIN);
        store().pin(user, child, Samples.BEGIN);
        assertThat(view(parent).hasChildren()).isTrue();
        assertThat(view(child).hasChildren()).isFalse();
        assertThat(view(child).pinned()).isTrue();
        assertThat(store().views(Samples.id(), List.of(child)).getFirst().pinned())
                .isFalse();
        store().unpin(user, child);
        assertThat(view(child).pinned()).isFalse();
    }

    @Test
    void forgetsARunBitByBit() {
        Run run = added(log(Map.of("p", "1"), Map.of("t", "x")));
        Run other = added(log(Map.of("p", "1"), Map.of("t", "x"), new MetricPoint("m", 1, 0, 0)));
        for (int i = 0; i < 700; i++) {
            store().log(run, RunLog.of(List.of(new MetricPoint("m " + i % 20, i, i, i))), LATER);
        }
        assertThat(store().removePart(run)).isFalse();
        assertThat(view(run).metrics()).hasSize(20);
        store().change(organization, run.id(), RunLog.EMPTY, found -> found.deleted(Optional.of(LATER)));
        int parts = 0;
        while (store().removePart(run)) {
            parts++;
        }
        assertThat(parts).isPositive();
        assertThat(store().find(organization, run.id())).isEmpty();
        assertThat(metrics().series(run, "m 1", MetricRange.ALL).size()).isZero();
        assertThat(view(other).metrics()).hasSize(1);
        assertThat(view(other).params()).hasSize(1);
    }
}
