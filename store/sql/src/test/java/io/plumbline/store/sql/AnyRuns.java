package io.plumbline.store.sql;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.DatasetInput;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.Lifecycle;
import io.plumbline.domain.experiment.MetricPoint;
import io.plumbline.domain.experiment.Owner;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunChange;
import io.plumbline.domain.experiment.RunLog;
import io.plumbline.domain.experiment.RunStatus;
import io.plumbline.store.testkit.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs of one experiment that are and log anything, and change in every way in which runs can. */
final class AnyRuns {
    private static final double[] VALUES = {
        Double.NEGATIVE_INFINITY, -1.5, -0.0, 0, 0.1, 0.2, 1, 2, 3, 4, 5, 1e9, Double.POSITIVE_INFINITY
    };
    private static final List<String> TEXTS =
            List.of("", "k1", "K1", "k_1", "k%", "*k", "Zürich", "zÜRICH", "🙂 k", "x".repeat(198), "x".repeat(250));

    private final SqlRuns store;
    private final Experiment experiment;
    private final Id user;
    private final Random random;
    private final List<Run> runs = new ArrayList<>();

    AnyRuns(SqlRuns store, Experiment experiment, Id user, Random random) {
        this.store = store;
        this.experiment = experiment;
        this.user = user;
        this.random = random;
    }

    /** Those that are there. */
    List<Run> all() {
        return runs;
    }

    <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    double anyNumber() {
        return VALUES[random.nextInt(VALUES.length)];
    }

    String anyText() {
        return any(TEXTS);
    }

    /** Few, so that runs have the same ones. */
    Instant anyTime() {
        return Samples.BEGIN.plusSeconds(random.nextInt(-5, 6));
    }

    String anyName() {
        return random.nextInt(4) == 0 ? anyText() : "Run " + random.nextInt(30);
    }

    private RunLog anyLog() {
        List<MetricPoint> points = new ArrayList<>();
        for (String key : List.of("loss", "size")) {
            if (random.nextInt(3) > 0) {
                double value = random.nextInt(6) == 0 ? Double.NaN : anyNumber();
                points.add(new MetricPoint(key, value, random.nextInt(5), 0));
            }
        }
        return new RunLog(points, new TreeMap<>(), anyTags());
    }

    private SortedMap<String, String> anyTags() {
        return new TreeMap<>(Map.of("kind", anyText(), "place", "p" + random.nextInt(1_000)));
    }

    /** Adds one. */
    void add() {
        RunLog log = anyLog();
        TreeMap<String, String> params = new TreeMap<>();
        if (random.nextInt(4) > 0) {
            params.put("rate", Double.toString(anyNumber()));
            params.put("model", anyText());
        }
        runs.add(store.add(anyRun(), new RunLog(log.points(), params, log.tags())));
    }

    private Run anyRun() {
        Optional<Id> parent = random.nextInt(3) == 0 || runs.isEmpty()
                ? Optional.empty()
                : Optional.of(any(runs).id());
        return new Run(
                Samples.id(),
                0,
                experiment.organization(),
                experiment.id(),
                experiment.number(),
                anyName(),
                anyText(),
                any(List.of(RunStatus.RUNNING, RunStatus.RUNNING, RunStatus.COMPLETED, RunStatus.PAUSED)),
                Lifecycle.ACTIVE,
                parent,
                new Owner(Samples.id(), "owner " + random.nextInt(3)),
                anyTime(),
                anyTime(),
                random.nextBoolean() ? Optional.of(anyTime()) : Optional.empty(),
                anyTime(),
                Optional.empty());
    }

    /** Changes one of them, or adds one. */
    void change() {
        Run run = any(runs);
        switch (random.nextInt(11)) {
            case 0 -> add();
            case 1 -> changed(run, RunLog.EMPTY, Optional.of(Samples.BEGIN));
            case 2 -> changed(run, anyLog(), Optional.empty());
            case 3 -> removeIfDeleted(run);
            case 4 -> ifActive(run, () -> store.removeTag(run, "place", anyTime()));
            case 5 -> ifActive(run, () -> store.addInputs(run, List.of(input()), anyTime()));
            case 6 -> store.change(organization(), run.id(), RunLog.EMPTY, old -> old.with(anyChange(), anyTime()));
            case 7 -> store.pin(user, run, anyTime());
            case 8 -> store.unpin(user, run);
            default -> ifActive(run, () -> store.log(run, anyLog(), anyTime()));
        }
    }

    private Id organization() {
        return experiment.organization();
    }

    private RunChange anyChange() {
        return switch (random.nextInt(4)) {
            case 0 -> RunChange.NONE.withName("n" + anyName());
            case 1 -> RunChange.NONE.withNote(anyText());
            case 2 -> RunChange.NONE.withParent(any(runs).id());
            default ->
                new RunChange(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(any(List.of(RunStatus.RUNNING, RunStatus.FAILED))),
                        Optional.empty(),
                        Optional.of(anyTime()));
        };
    }

    private DatasetInput input() {
        return new DatasetInput("data " + random.nextInt(3), "1", "train", "", "", "", "", new TreeMap<>());
    }

    private void changed(Run run, RunLog log, Optional<Instant> deleted) {
        store.change(organization(), run.id(), log, old -> old.deleted(deleted));
    }

    private void ifActive(Run run, Runnable change) {
        if (store.find(organization(), run.id()).orElseThrow().lifecycle() == Lifecycle.ACTIVE) {
            change.run();
        }
    }

    private void removeIfDeleted(Run run) {
        Run found = store.find(organization(), run.id()).orElseThrow();
        if (found.lifecycle() == Lifecycle.DELETED) {
            runs.remove(run);
            boolean more = true;
            while (more) {
                more = store.removePart(found);
            }
        }
    }
}
