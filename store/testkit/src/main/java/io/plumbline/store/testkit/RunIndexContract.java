package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.ExperimentStore;
import io.plumbline.domain.experiment.FacetValues;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.LifecycleView;
import io.plumbline.domain.experiment.MetricPoint;
import io.plumbline.domain.experiment.MetricStatistic;
import io.plumbline.domain.experiment.Operand;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.Order;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunAttribute;
import io.plumbline.domain.experiment.RunChange;
import io.plumbline.domain.experiment.RunIndex;
import io.plumbline.domain.experiment.RunLog;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.domain.experiment.RunStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RunIndex} does: its answers are held against those of looking at each run. */
public abstract class RunIndexContract {
    private static final int RUNS = 500;
    private static final Field LOSS = new Field.Metric("loss", MetricStatistic.LATEST);
    private static final Field RARE = new Field.Metric("rare", MetricStatistic.LATEST);
    private static final Field NAME = new Field.Of(RunAttribute.NAME);

    private static final Comparator<Run> BY_NUMBER = Comparator.comparingLong(Run::number);

    private final Id organization = Samples.id();
    private final Id user = Samples.id();
    private final List<Run> runs = new ArrayList<>();
    private final Map<Id, Double> losses = new HashMap<>();
    private Id experiment = organization;

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
    @BeforeEach
    void add() {
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
            if (i % 3 != 0) {
                losses.put(run.id(), loss);
            }
        }
    }

    private List<Id> search(RunQuery query) {
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

    private RunQuery query(List<Condition> conditions, List<Order> orders, int size) {
        return RunQuery.of(List.of(experiment), conditions, orders, PageRequest.first(size));
    }

    private List<Id> expected(IntPredicate which, Comparator<Run> order) {
        return IntStream.range(0, RUNS)
                .filter(which)
                .mapToObj(runs::get)
                .sorted(order.thenComparingLong(Run::number))
                .map(Run::id)
                .toList();
    }

    private Comparator<Run> byLoss(Comparator<Double> direction) {
        return Comparator.<Run>comparingInt(run -> rank(losses.get(run.id())))
                .thenComparing(run -> number(losses.get(run.id())), direction);
    }

    private static double number(@Nullable Double loss) {
        return loss == null || loss.isNaN() ? 0 : loss;
    }

    private static int rank(@Nullable Double loss) {
        return loss == null ? 2 : loss.isNaN() ? 1 : 0;
    }

    @Test
    void ordersByAMetricWithWhatIsNoNumberAndWhatIsNotThereAtTheEnd() {
        assertThat(search(query(List.of(), List.of(Order.ascending(LOSS)), 70)))
                .isEqualTo(expected(_ -> true, byLoss(Comparator.naturalOrder())));
        assertThat(search(query(List.of(), List.of(Order.descending(LOSS)), 300)))
                .isEqualTo(expected(_ -> true, byLoss(Comparator.reverseOrder())));
    }

    @Test
    void ordersBySeveralFields() {
        List<Order> orders = List.of(Order.ascending(new Field.Param("model")), Order.descending(LOSS));
        assertThat(search(query(List.of(), orders, 150)))
                .isEqualTo(expected(
                        _ -> true,
                        Comparator.<Run>comparingInt(run -> runs.indexOf(run) % 5)
                                .thenComparing(byLoss(Comparator.reverseOrder()))));
        assertThat(search(query(List.of(), List.of(Order.descending(NAME)), 150)))
                .isEqualTo(expected(_ -> true, Comparator.comparing(Run::name).reversed()));
    }

    @Test
    void findsByMetricsParamsAndTags() {
        assertThat(search(query(List.of(Condition.number(LOSS, Operator.LESS, 5)), List.of(), 300)))
                .isEqualTo(expected(i -> losses.getOrDefault(runs.get(i).id(), Double.NaN) < 5, BY_NUMBER));
        assertThat(search(query(
                        List.of(
                                Condition.number(RARE, Operator.AT_LEAST, 300),
                                Condition.text(new Field.Tag("parity"), Operator.EQUAL, "p0")),
                        List.of(Order.descending(LOSS)),
                        5)))
                .isEqualTo(expected(i -> i % 100 == 0 && i >= 300, byLoss(Comparator.reverseOrder())));
        assertThat(search(query(
                        List.of(
                                Condition.number(new Field.Param("rate"), Operator.GREATER, 20.5),
                                new Condition(
                                        new Field.Param("model"),
                                        Operator.IN,
                                        List.of(new Operand.Text("m1"), new Operand.Text("m2"))),
                                Condition.text(NAME, Operator.LIKE, "run _1%")),
                        List.of(),
                        50)))
                .isEqualTo(expected(
                        i -> i > 205
                                && (i % 5 == 1 || i % 5 == 2)
                                && runs.get(i).name().charAt(5) == '1',
                        BY_NUMBER));
        assertThat(search(query(List.of(new Condition(LOSS, Operator.IS_NULL, List.of())), List.of(), 600)))
                .isEqualTo(expected(i -> i % 3 == 0, BY_NUMBER));
        assertThat(search(query(List.of(Condition.text(NAME, Operator.ILIKE, "RUN 000_")), List.of(), 600)))
                .hasSize(10);
    }

    @Test
    void ordersWhatItFinds() {
        List<Condition> conditions = List.of(Condition.text(NAME, Operator.LIKE, "%3"));
        assertThat(search(query(conditions, List.of(Order.descending(LOSS)), 11)))
                .isEqualTo(expected(i -> i * 7 % RUNS % 10 == 3, byLoss(Comparator.reverseOrder())));
    }

    /** The rate says of every run where it lies, so a filter by it and an order by it may begin at opposite ends. */
    @Test
    void findsWhatLiesFarFromTheBeginningOfAnOrder() {
        List<Condition> late = List.of(
                Condition.number(new Field.Param("rate"), Operator.GREATER, 40),
                Condition.text(new Field.Tag("parity"), Operator.EQUAL, "p1"));
        assertThat(search(query(late, List.of(Order.ascending(new Field.Metric("step", MetricStatistic.LATEST))), 7)))
                .isEqualTo(expected(i -> i > 400 && i % 2 == 1, BY_NUMBER));
        assertThat(search(query(late, List.of(Order.descending(LOSS)), 7)))
                .isEqualTo(expected(i -> i > 400 && i % 2 == 1, byLoss(Comparator.reverseOrder())));
        assertThat(search(query(late, List.of(Order.descending(NAME)), 7)))
                .isEqualTo(expected(
                        i -> i > 400 && i % 2 == 1,
                        Comparator.comparing(Run::name).reversed()));
        assertThat(search(query(late, List.of(), 7))).isEqualTo(expected(i -> i > 400 && i % 2 == 1, BY_NUMBER));
        Page<RunIndex.Hit> counted = index().search(
                        organization,
                        user,
                        RunQuery.of(List.of(experiment), late, List.of(), PageRequest.counted(5, 10)),
                        Samples.BEGIN,
                        Duration.ofHours(1));
        assertThat(counted.total()).hasValue(50);
        assertThat(counted.items().getFirst().run().id())
                .isEqualTo(runs.get(421).id());
    }

    @Test
    void countsWhatIsInTheBinApart() {
        Run deleted = runs.get(421);
        runs().change(organization, deleted.id(), RunLog.EMPTY, run -> run.deleted(Optional.of(Samples.BEGIN)));
        assertThat(countLate(LifecycleView.ACTIVE)).isEqualTo(49);
        assertThat(countLate(LifecycleView.DELETED)).isEqualTo(1);
        assertThat(countLate(LifecycleView.ALL)).isEqualTo(50);
    }

    private long countLate(LifecycleView view) {
        RunQuery query = new RunQuery(
                List.of(experiment),
                view,
                List.of(Condition.text(new Field.Tag("parity"), Operator.EQUAL, "p1")),
                List.of(Condition.number(new Field.Param("rate"), Operator.GREATER, 40)),
                RunQuery.Reach.OWN,
                RunQuery.Pins.IGNORED,
                List.of(),
                PageRequest.counted(5, 0));
        return index().search(organization, user, query, Samples.BEGIN, Duration.ofHours(1))
                .total()
                .orElseThrow();
    }

    @Test
    void findsByWhatIsBelow() {
        Condition odd = Condition.number(new Field.Param("rate"), Operator.EQUAL, 0.7);
        Condition root = new Condition(new Field.Of(RunAttribute.PARENT), Operator.IS_NULL, List.of());
        RunQuery query = new RunQuery(
                List.of(experiment),
                LifecycleView.ACTIVE,
                List.of(root),
                List.of(odd),
                RunQuery.Reach.DESCENDANTS,
                RunQuery.Pins.IGNORED,
                List.of(),
                PageRequest.counted(10, 0));
        Page<RunIndex.Hit> page = index().search(organization, user, query, Samples.BEGIN, Duration.ofHours(1));
        assertThat(page.items()).singleElement().satisfies(hit -> {
            assertThat(hit.run().id()).isEqualTo(runs.get(6).id());
            assertThat(hit.descendantMatch()).isTrue();
        });
        assertThat(page.total()).hasValue(1);
    }

    @Test
    void putsPinsFirstAndIncludesThem() {
        runs().pin(user, runs.get(9), Samples.BEGIN);
        runs().pin(user, runs.get(5), Samples.BEGIN.plusSeconds(1));
        RunQuery query = new RunQuery(
                List.of(experiment),
                LifecycleView.ACTIVE,
                List.of(),
                List.of(Condition.number(RARE, Operator.EQUAL, 200)),
                RunQuery.Reach.OWN,
                RunQuery.Pins.INCLUDED_AND_FIRST,
                List.of(Order.ascending(NAME)),
                PageRequest.first(1));
        assertThat(search(query))
                .containsExactly(
                        runs.get(5).id(), runs.get(9).id(), runs.get(200).id());
    }

    @Test
    void findsTextsInNamesInAnyCase() {
        String name = runs.get(123).name();
        assertThat(searchedFor(name.toUpperCase(Locale.ROOT)))
                .contains(runs.get(123).id());
        assertThat(searchedFor(name + "%")).isEmpty();
        assertThat(searchedFor("_".repeat(name.length()))).isEmpty();
    }

    @Test
    void findsTextsInNotes() {
        Condition text = Condition.text(new Field.Of(RunAttribute.NAME_OR_NOTE), Operator.CONTAINS, "GOOD");
        assertThat(search(query(List.of(text), List.of(), 7))).isEmpty();
        RunChange noted = RunChange.NONE.withNote("a good one");
        for (int i = 0; i < RUNS; i += 10) {
            runs().change(organization, runs.get(i).id(), RunLog.EMPTY, run -> run.with(noted, Samples.BEGIN));
        }
        assertThat(search(query(List.of(text), List.of(), 7))).isEqualTo(expected(i -> i % 10 == 0, BY_NUMBER));
        assertThat(search(query(List.of(text), List.of(Order.descending(LOSS)), 7)))
                .isEqualTo(expected(i -> i % 10 == 0, byLoss(Comparator.reverseOrder())));
        assertThat(searchedFor("")).hasSize(RUNS);
    }

    @Test
    void findsTextsInNamesInAnyOrder() {
        Condition text = Condition.text(new Field.Of(RunAttribute.NAME_OR_NOTE), Operator.CONTAINS, "UN 03");
        Condition odd = Condition.text(new Field.Tag("parity"), Operator.EQUAL, "p1");
        IntPredicate matches = i -> runs.get(i).name().startsWith("run 03");
        assertThat(search(query(List.of(text), List.of(Order.descending(NAME)), 7)))
                .isEqualTo(expected(matches, Comparator.comparing(Run::name).reversed()));
        assertThat(search(query(List.of(text, odd), List.of(Order.ascending(LOSS)), 7)))
                .isEqualTo(expected(i -> matches.test(i) && i % 2 == 1, byLoss(Comparator.naturalOrder())));
        RunQuery counted = RunQuery.of(List.of(experiment), List.of(text), List.of(), PageRequest.counted(5, 98));
        Page<RunIndex.Hit> page = index().search(organization, user, counted, Samples.BEGIN, Duration.ofHours(1));
        assertThat(page.total()).hasValue(100);
        assertThat(page.items()).hasSize(2);
    }

    @Test
    void putsPinsFirstOnPagesOfAnyOrder() {
        List<Run> pinned = List.of(runs.get(400), runs.get(3), runs.get(211));
        for (int i = 0; i < pinned.size(); i++) {
            runs().pin(user, pinned.get(i), Samples.BEGIN.minusSeconds(i));
        }
        List<Order> byName = List.of(Order.ascending(NAME));
        for (List<Order> orders : List.of(byName, List.of(Order.descending(LOSS)), List.<Order>of())) {
            List<Id> all = new ArrayList<>(pinned.stream().map(Run::id).toList());
            search(query(List.of(), orders, 100)).stream()
                    .filter(run -> !all.contains(run))
                    .forEach(all::add);
            assertThat(search(pinsFirst(orders, PageRequest.first(2)))).isEqualTo(all);
            for (int offset = 0; offset < 8; offset++) {
                RunQuery query = pinsFirst(orders, PageRequest.counted(2, offset));
                Page<RunIndex.Hit> page = index().search(organization, user, query, Samples.BEGIN, Duration.ofHours(1));
                assertThat(page.items()).extracting(hit -> hit.run().id()).isEqualTo(all.subList(offset, offset + 2));
                assertThat(page.total()).hasValue(RUNS);
            }
        }
    }

    private RunQuery pinsFirst(List<Order> orders, PageRequest page) {
        return new RunQuery(
                List.of(experiment),
                LifecycleView.ACTIVE,
                List.of(),
                List.of(),
                RunQuery.Reach.OWN,
                RunQuery.Pins.FIRST,
                orders,
                page);
    }

    private List<Id> searchedFor(String text) {
        Field either = new Field.Of(RunAttribute.NAME_OR_NOTE);
        return search(query(List.of(Condition.text(either, Operator.CONTAINS, text)), List.of(), 100));
    }

    @Test
    void tellsRunsThatAreSilent() {
        Condition silent = Condition.text(new Field.Of(RunAttribute.STATUS), Operator.EQUAL, "UNRESPONSIVE");
        RunQuery query = query(List.of(silent), List.of(), 2_000);
        assertThat(search(query)).isEmpty();
        assertThat(index().search(organization, user, query, Samples.BEGIN.plusSeconds(3_601), Duration.ofHours(1))
                        .items())
                .hasSize(RUNS);
    }

    @Test
    void seesNothingOfOthers() {
        RunQuery all = RunQuery.of(List.of(), List.of(), List.of(), PageRequest.counted(5, 10));
        Page<RunIndex.Hit> ours = index().search(organization, user, all, Samples.BEGIN, Duration.ofHours(1));
        assertThat(ours.total()).hasValue(RUNS);
        assertThat(ours.items()).hasSize(5);
        assertThat(index().search(Samples.id(), user, all, Samples.BEGIN, Duration.ofHours(1))
                        .items())
                .isEmpty();
        assertThat(index().search(
                                Samples.id(), user, query(List.of(), List.of(), 5), Samples.BEGIN, Duration.ofHours(1))
                        .items())
                .isEmpty();
        RunQuery token = query(List.of(), List.of(), 5);
        String next = index().search(organization, user, token, Samples.BEGIN, Duration.ofHours(1))
                .next()
                .orElseThrow();
        RunQuery other = RunQuery.of(
                List.of(experiment),
                List.of(),
                List.of(Order.ascending(NAME)),
                PageRequest.after(5, Optional.of(next)));
        assertThat(failureOf(() -> index().search(organization, user, other, Samples.BEGIN, Duration.ofHours(1))))
                .containsInstanceOf(Failure.Invalid.class);
    }

    @Test
    void tellsFacets() {
        assertThat(index().keys(organization, experiment).metrics()).containsExactly("loss", "rare", "step");
        assertThat(index().keys(organization, experiment).params()).containsExactly("model", "rate");
        assertThat(index().keys(organization, experiment).tags()).containsExactly("parity");
        assertThat(index().keys(Samples.id(), experiment).tags()).isEmpty();
        FacetValues models = index().values(organization, experiment, new Field.Param("model"));
        assertThat(models.values()).containsExactly("m0", "m1", "m2", "m3", "m4");
        assertThat(models.range()).isEmpty();
        FacetValues rates = index().values(organization, experiment, new Field.Param("rate"));
        assertThat(rates.range()).contains(new FacetValues.NumberRange(0, (RUNS - 1) / 10.0));
        FacetValues rare = index().values(organization, experiment, RARE);
        assertThat(rare.range()).contains(new FacetValues.NumberRange(0, 400));
        assertThat(rare.statistics().get(MetricStatistic.COUNT)).isEqualTo(new FacetValues.NumberRange(1, 1));
        assertThat(index().values(organization, experiment, new Field.Of(RunAttribute.STATUS))
                        .values())
                .containsExactly("RUNNING");
    }

    @Test
    void tellsNothingOfRunsInTheBin() {
        for (Run run : runs.subList(RUNS / 2, RUNS)) {
            runs().change(organization, run.id(), RunLog.EMPTY, found -> found.deleted(Optional.of(Samples.BEGIN)));
        }
        FacetValues rates = index().values(organization, experiment, new Field.Param("rate"));
        assertThat(rates.range()).contains(new FacetValues.NumberRange(0, (RUNS / 2 - 1) / 10.0));
        assertThat(rates.values()).hasSize(RUNS / 2);
        assertThat(index().values(organization, experiment, RARE).range())
                .contains(new FacetValues.NumberRange(0, 200));
        assertThat(search(query(List.of(), List.of(Order.descending(LOSS)), 70)))
                .isEqualTo(expected(i -> i < RUNS / 2, byLoss(Comparator.reverseOrder())));
    }
}
