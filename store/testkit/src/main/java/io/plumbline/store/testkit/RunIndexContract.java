package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Failure;
import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.FacetValues;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.LifecycleView;
import io.plumbline.domain.experiment.MetricStatistic;
import io.plumbline.domain.experiment.Operand;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.Order;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunAttribute;
import io.plumbline.domain.experiment.RunIndex;
import io.plumbline.domain.experiment.RunQuery;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every {@link RunIndex} does: its answers are held against those of looking at each run. All tests ask about the same runs, which take far
 * longer to add than to search.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RunIndexContract extends RunIndexFixture {
    @BeforeAll
    void add() {
        addRuns();
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
                        Comparator.<Run, String>comparing(run -> models.get(run.id()))
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
    void findsTextsInNamesInAnyCase() {
        String name = runs.get(123).name();
        assertThat(searchedFor(name.toUpperCase(Locale.ROOT)))
                .contains(runs.get(123).id());
        assertThat(searchedFor(name + "%")).isEmpty();
        assertThat(searchedFor("_".repeat(name.length()))).isEmpty();
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
}
