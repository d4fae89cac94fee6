package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.MetricPoint;
import io.plumbline.domain.experiment.MetricStatistic;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.Order;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunAttribute;
import io.plumbline.domain.experiment.RunLog;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.store.testkit.ExperimentsContract;
import io.plumbline.store.testkit.RunsContract;
import io.plumbline.store.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs change their places in orders that are kept in memory, while they are searched by them. */
class SearchedWhileLoggedTest {
    private static final int RUNS = 600;
    private static final int SEARCHERS = 3;
    private static final int SEARCHES = 60;
    private static final Field LOSS = new Field.Metric("loss", MetricStatistic.LATEST);
    private static final Field STEP = new Field.Metric("step", MetricStatistic.LATEST);

    private static final List<Order> ORDERS = List.of(
            Order.ascending(LOSS),
            Order.descending(STEP),
            Order.descending(new Field.Of(RunAttribute.UPDATED_AT)),
            Order.ascending(new Field.Of(RunAttribute.STATUS)));

    @RegisterExtension
    final TestDatabase database = TestDatabase.sqlite();

    private final Id organization = Samples.id();

    private static RunLog log(double loss, long step) {
        List<MetricPoint> points =
                List.of(new MetricPoint("loss", loss, step, step), new MetricPoint("step", step, step, step));
        return new RunLog(points, new TreeMap<>(), new TreeMap<>());
    }

    /** Moves runs to and fro, all of them above 5, so many that orders are read again and again. */
    private void move(List<Run> runs, AtomicBoolean done) {
        SqlRuns store = new SqlRuns(database.database());
        Random random = new Random(1);
        for (int step = 1; !done.get(); step++) {
            Instant at = Samples.BEGIN.plusSeconds(random.nextInt(100));
            store.log(runs.get(step % RUNS), log(6 + 100 * random.nextDouble(), step), at);
        }
    }

    private List<String> search(Experiment experiment, Order order) {
        List<Condition> conditions =
                List.of(Condition.number(LOSS, Operator.GREATER, 5), Condition.number(STEP, Operator.AT_LEAST, 0));
        RunQuery query =
                RunQuery.of(List.of(experiment.id()), conditions, List.of(order), PageRequest.counted(RUNS + 1, 0));
        return new SqlRunIndex(database.database(), new RunSearch.Effort(2, 4))
                .search(organization, organization, query, Samples.BEGIN, Duration.ZERO).items().stream()
                        .map(hit -> hit.run().name())
                        .toList();
    }

    @Test
    void noRunIsMissedOnItsWay() throws Exception {
        Experiment experiment = new SqlExperiments(database.database())
                .add(ExperimentsContract.named(organization, "searched", Map.of()));
        List<Run> runs = IntStream.range(0, RUNS)
                .mapToObj(number -> new SqlRuns(database.database())
                        .add(RunsContract.run(experiment, "run " + number, Optional.empty()), log(6 + number, 0)))
                .toList();
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(SEARCHERS + 2)) {
            List<Future<?>> writers =
                    List.of(threads.submit(() -> move(runs, done)), threads.submit(() -> move(runs.reversed(), done)));
            List<Future<?>> searchers = IntStream.range(0, SEARCHERS)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> searchAll(experiment)))
                    .toList();
            try {
                for (Future<?> searcher : searchers) {
                    searcher.get();
                }
            } finally {
                done.set(true);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
    }

    private void searchAll(Experiment experiment) {
        for (int i = 0; i < SEARCHES; i++) {
            assertThat(search(experiment, ORDERS.get(i % ORDERS.size())))
                    .hasSize(RUNS)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatWasAcknowledgedIsFound() {
        Experiment experiment = new SqlExperiments(database.database())
                .add(ExperimentsContract.named(organization, "searched", Map.of()));
        SqlRuns store = new SqlRuns(database.database());
        for (int number = 0; number < 60; number++) {
            Run run = store.add(
                    RunsContract.run(experiment, "run " + number, Optional.empty()), log(6 + number % 7, number));
            assertThat(search(experiment, Order.descending(STEP)))
                    .hasSize(number + 1)
                    .first()
                    .isEqualTo(run.name());
        }
    }

    @Test
    void aSearchSeesOneStateOfTheDatabase() {
        Experiment experiment = new SqlExperiments(database.database())
                .add(ExperimentsContract.named(organization, "searched", Map.of()));
        SqlRuns store = new SqlRuns(database.database());
        int runs = database.database().readAtOnce(sql -> {
            int before = sql.fetchCount(RUN);
            store.add(RunsContract.run(experiment, "a run", Optional.empty()), log(1, 0));
            assertThat(sql.fetchCount(RUN)).isEqualTo(before);
            return before;
        });
        assertThat(database.database().<Integer>readAtOnce(sql -> sql.fetchCount(RUN)))
                .isEqualTo(runs + 1);
    }

    @Test
    void aReadThatFailsSaysWhyAlsoWhereTheDatabaseEndedItsTransaction() {
        assertThatThrownBy(() -> database.database().readAtOnce(sql -> {
                    sql.execute("rollback");
                    throw new IllegalStateException("planted");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("planted");
        assertThat(database.database().<Integer>readAtOnce(sql -> sql.fetchCount(RUN)))
                .isZero();
    }

    @Test
    void aTagThatIsRemovedIsNotFoundAnyMore() {
        Experiment experiment = new SqlExperiments(database.database())
                .add(ExperimentsContract.named(organization, "searched", Map.of()));
        SqlRuns store = new SqlRuns(database.database());
        RunLog tagged = new RunLog(List.of(), new TreeMap<>(), new TreeMap<>(Map.of("place", "here")));
        List<Run> runs = IntStream.range(0, 3)
                .mapToObj(number -> store.add(RunsContract.run(experiment, "run " + number, Optional.empty()), tagged))
                .toList();
        Condition here = Condition.text(new Field.Tag("place"), Operator.EQUAL, "here");
        RunQuery query = RunQuery.of(List.of(experiment.id()), List.of(here), List.of(), PageRequest.counted(9, 0));
        assertThat(search(query)).isEqualTo(3);
        store.removeTag(runs.get(1), "place", Samples.BEGIN);
        assertThat(search(query)).isEqualTo(2);
    }

    @Test
    void partsOfARunThatIsGoneAreRoots() {
        Experiment experiment = new SqlExperiments(database.database())
                .add(ExperimentsContract.named(organization, "searched", Map.of()));
        SqlRuns store = new SqlRuns(database.database());
        Run root = store.add(RunsContract.run(experiment, "root", Optional.empty()), RunLog.EMPTY);
        store.add(RunsContract.run(experiment, "part", Optional.of(root.id())), RunLog.EMPTY);
        Condition isRoot = new Condition(new Field.Of(RunAttribute.PARENT), Operator.IS_NULL, List.of());
        RunQuery query = RunQuery.of(List.of(experiment.id()), List.of(isRoot), List.of(), PageRequest.counted(9, 0));
        assertThat(search(query)).isEqualTo(1);
        Run deleted =
                store.change(organization, root.id(), RunLog.EMPTY, run -> run.deleted(Optional.of(Samples.BEGIN)));
        assertThat(search(query)).isZero();
        assertThat(store.removePart(deleted)).isFalse();
        assertThat(search(query)).isEqualTo(1);
    }

    private long search(RunQuery query) {
        return new SqlRunIndex(database.database(), new RunSearch.Effort(2, 4))
                .search(organization, organization, query, Samples.BEGIN, Duration.ZERO)
                .total()
                .orElseThrow();
    }
}
