package io.plumbline.store.testkit;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.ExperimentStore;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.MetricPoint;
import io.plumbline.domain.experiment.MetricStatistic;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.Order;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunAttribute;
import io.plumbline.domain.experiment.RunIndex;
import io.plumbline.domain.experiment.RunLog;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.domain.experiment.RunStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs that a {@link RunIndex} is asked about, and what looking at each of them answers. */
abstract class RunIndexFixture {
    static final int RUNS = 500;
    static final Field LOSS = new Field.Metric("loss", MetricStatistic.LATEST);
    static final Field RARE = new Field.Metric("rare", MetricStatistic.LATEST);
    static final Field NAME = new Field.Of(RunAttribute.NAME);

    static final Comparator<Run> BY_NUMBER = Comparator.comparingLong(Run::number);

    final Id organization = Samples.id();
    final Id user = Samples.id();
    final List<Run> runs = new ArrayList<>();
    final Map<Id, Double> losses = new HashMap<>();
    final Map<Id, String> models = new HashMap<>();
    Id experiment = organization;

    /** The index under test. */
    protected abstract RunIndex index();

    /** The runs of the same data. */
    protected abstract RunStore runs();

    /** The experiments of the same data. */
    protected abstract ExperimentStore experiments();

    /**
     * Every third run has no loss and every tenth one that is not a number; every hundredth is rare; ten after each other are of one step; odd ones are
     * parts of the one before.
     */
    final void addRuns() {
        Experiment added = experiments().add(ExperimentsContract.named(organization, "searched", Map.of()));
        experiment = added.id();
        for (int i = 0; i < RUNS; i++) {
            List<MetricPoint> points = new ArrayList<>();
            double loss = i % 10 == 0 ? Double.NaN : (i * 37 % 1_000) / 100.0;
            if (i % 3 != 0) {
                points.add(new MetricPoint("loss", loss, i, i));
            }
            if (i % 100 == 0) {
                points.add(new MetricPoint("rare", i, 0, 0));
            }
            points.add(new MetricPoint("step", i - i % 10, 0, 0));
            Map<String, String> params = Map.of("model", "m" + i % 5, "rate", Double.toString(i / 10.0));
            Optional<Id> parent =
                    i % 2 == 0 ? Optional.empty() : Optional.of(runs.get(i - 1).id());
            Run run = runs().add(
                            RunsContract.run(added, "run %04d".formatted(i * 7 % RUNS), parent),
                            new RunLog(points, new TreeMap<>(params), new TreeMap<>(Map.of("parity", "p" + i % 2))));
            runs.add(run);
            models.put(run.id(), params.get("model"));
            if (i % 3 != 0) {
                losses.put(run.id(), loss);
            }
        }
    }

    final List<Id> search(RunQuery query) {
        List<Id> found = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            PageRequest request = PageRequest.after(query.page().size(), token);
            Page<RunIndex.Hit> page = index().search(
                            organization,
                            user,
                            new RunQuery(
                                    query.experiments(),
                                    query.view(),
                                    query.within(),
                                    query.conditions(),
                                    query.reach(),
                                    query.pins(),
                                    query.orders(),
                                    request),
                            Samples.BEGIN,
                            Duration.ofHours(1));
            page.items().forEach(hit -> found.add(hit.run().id()));
            token = page.next();
        } while (token.isPresent());
        return found;
    }

    final List<Id> searchedFor(String text) {
        Field either = new Field.Of(RunAttribute.NAME_OR_NOTE);
        return search(query(List.of(Condition.text(either, Operator.CONTAINS, text)), List.of(), 100));
    }

    final RunQuery query(List<Condition> conditions, List<Order> orders, int size) {
        return RunQuery.of(List.of(experiment), conditions, orders, PageRequest.first(size));
    }

    final List<Id> expected(IntPredicate which, Comparator<Run> order) {
        return IntStream.range(0, RUNS)
                .filter(which)
                .mapToObj(runs::get)
                .sorted(order.thenComparingLong(Run::number))
                .map(Run::id)
                .toList();
    }

    final Comparator<Run> byLoss(Comparator<Double> direction) {
        return Comparator.<Run>comparingInt(run -> rank(losses.get(run.id())))
                .thenComparing(run -> number(losses.get(run.id())), direction);
    }

    private static double number(@Nullable Double loss) {
        return loss == null || loss.isNaN() ? 0 : loss;
    }

    private static int rank(@Nullable Double loss) {
        return loss == null ? 2 : loss.isNaN() ? 1 : 0;
    }
}
