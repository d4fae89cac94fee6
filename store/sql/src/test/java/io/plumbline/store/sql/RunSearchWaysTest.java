package io.plumbline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.Lifecycle;
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
import io.plumbline.domain.experiment.RunIndex;
import io.plumbline.domain.experiment.RunLog;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.store.testkit.ExperimentsContract;
import io.plumbline.store.testkit.RunsContract;
import io.plumbline.store.testkit.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever way a search goes, and whatever changed before it, it finds the same in the same order: what the database finds that sorts all that match. */
class RunSearchWaysTest {
    private static final int BEGIN_RUNS = 40;
    private static final int ROUNDS = 12;
    private static final RunSearch.Effort SHORT = new RunSearch.Effort(2, 4);
    private static final RunSearch.Effort SORTING = new RunSearch.Effort(1_000_000, 4);
    private static final double[] VALUES = {
        Double.NEGATIVE_INFINITY, -1.5, -0.0, 0, 0.1, 0.2, 1, 2, 3, 4, 5, 1e9, Double.POSITIVE_INFINITY
    };

    /** What is true on each database. */
    abstract static class OnEach {
        @RegisterExtension
        final TestDatabase database = database();

        private final Id organization = Samples.id();
        private final List<Run> runs = new ArrayList<>();
        private Experiment experiment = ExperimentsContract.named(organization, "searched", Map.of());
        private Random random = new Random(0);

        abstract TestDatabase database();

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        private double anyValue() {
            return random.nextInt(6) == 0 ? Double.NaN : anyNumber();
        }

        private double anyNumber() {
            return VALUES[random.nextInt(VALUES.length)];
        }

        private RunLog anyLog() {
            List<MetricPoint> points = new ArrayList<>();
            for (String key : List.of("loss", "size")) {
                if (random.nextInt(3) > 0) {
                    points.add(new MetricPoint(key, anyValue(), random.nextInt(5), 0));
                }
            }
            return new RunLog(points, new TreeMap<>(), anyTags());
        }

        private SortedMap<String, String> anyTags() {
            return new TreeMap<>(Map.of("kind", "k" + random.nextInt(3), "place", "p" + random.nextInt(1_000)));
        }

        private void add(int number) {
            RunLog log = anyLog();
            TreeMap<String, String> params = new TreeMap<>();
            if (random.nextInt(4) > 0) {
                params.put("rate", Double.toString(anyNumber()));
                params.put("model", "m" + random.nextInt(3));
            }
            Run run = RunsContract.run(experiment, "run " + number, Optional.empty());
            runs.add(new SqlRuns(database.database()).add(run, new RunLog(log.points(), params, log.tags())));
        }

        private void change() {
            SqlRuns store = new SqlRuns(database.database());
            Run run = any(runs);
            switch (random.nextInt(7)) {
                case 0 -> add(runs.size());
                case 1 -> delete(store, run);
                case 2 -> store.change(organization, run.id(), anyLog(), old -> old.deleted(Optional.empty()));
                case 3 -> removeIfDeleted(store, run);
                case 4 -> ifActive(store, run, () -> store.removeTag(run, "place", Samples.BEGIN));
                default -> ifActive(store, run, () -> store.log(run, anyLog(), Samples.BEGIN));
            }
        }

        private Run delete(SqlRuns store, Run run) {
            return store.change(organization, run.id(), RunLog.EMPTY, old -> old.deleted(Optional.of(Samples.BEGIN)));
        }

        private void ifActive(SqlRuns store, Run run, Runnable change) {
            if (store.find(organization, run.id()).orElseThrow().lifecycle() == Lifecycle.ACTIVE) {
                change.run();
            }
        }

        private void removeIfDeleted(SqlRuns store, Run run) {
            Run found = store.find(organization, run.id()).orElseThrow();
            if (found.lifecycle() == Lifecycle.DELETED) {
                runs.remove(run);
                boolean more = true;
                while (more) {
                    more = store.removePart(found);
                }
            }
        }

        private Condition anyCondition() {
            Field metric = new Field.Metric(any(List.of("loss", "size")), MetricStatistic.LATEST);
            Operator bound =
                    any(List.of(Operator.LESS, Operator.AT_MOST, Operator.GREATER, Operator.AT_LEAST, Operator.EQUAL));
            return switch (random.nextInt(8)) {
                case 0 -> Condition.number(new Field.Param("rate"), bound, anyNumber());
                case 1 -> Condition.text(new Field.Param("model"), Operator.EQUAL, "m" + random.nextInt(3));
                case 2 -> Condition.text(new Field.Tag("kind"), Operator.NOT_EQUAL, "k" + random.nextInt(3));
                case 3 -> new Condition(metric, any(List.of(Operator.IS_NULL, Operator.IS_NOT_NULL)), List.of());
                case 4 -> new Condition(metric, Operator.IN, List.of(new Operand.Numeric(1), new Operand.Numeric(2)));
                default -> Condition.number(metric, bound, anyNumber());
            };
        }

        private Order anyOrder() {
            Field field = any(List.of(
                    new Field.Metric("loss", MetricStatistic.LATEST),
                    new Field.Metric("size", MetricStatistic.LATEST),
                    new Field.Metric("size", MetricStatistic.MAX),
                    new Field.Param("rate"),
                    new Field.Tag("place"),
                    new Field.Of(RunAttribute.NAME)));
            return random.nextBoolean() ? Order.ascending(field) : Order.descending(field);
        }

        private RunQuery anyQuery() {
            return new RunQuery(
                    List.of(experiment.id()),
                    any(List.of(LifecycleView.ACTIVE, LifecycleView.ACTIVE, LifecycleView.ALL, LifecycleView.DELETED)),
                    List.of(),
                    IntStream.rangeClosed(0, random.nextInt(2))
                            .mapToObj(_ -> anyCondition())
                            .toList(),
                    RunQuery.Reach.OWN,
                    RunQuery.Pins.IGNORED,
                    IntStream.rangeClosed(0, random.nextInt(2))
                            .mapToObj(_ -> anyOrder())
                            .toList(),
                    PageRequest.first(1 + random.nextInt(9)));
        }

        private List<String> search(RunSearch.Effort effort, RunQuery query, int size) {
            RunIndex index = new SqlRunIndex(database.database(), effort);
            List<String> found = new ArrayList<>();
            Optional<String> token = Optional.empty();
            do {
                PageRequest request = new PageRequest(size, token, 0, PageRequest.Total.COUNTED);
                Page<RunIndex.Hit> page =
                        index.search(organization, organization, paged(query, request), Samples.BEGIN, Duration.ZERO);
                page.items().forEach(hit -> found.add(hit.run().name()));
                found.add(token.isEmpty() ? page.total().toString() : "");
                token = page.next();
            } while (token.isPresent());
            found.removeIf(String::isEmpty);
            return found;
        }

        private static RunQuery paged(RunQuery query, PageRequest page) {
            return new RunQuery(
                    query.experiments(),
                    query.view(),
                    query.within(),
                    query.conditions(),
                    query.reach(),
                    query.pins(),
                    query.orders(),
                    page);
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4})
        void everyWayFindsTheSame(long seed) {
            random = new Random(seed);
            experiment = new SqlExperiments(database.database()).add(experiment);
            IntStream.range(0, BEGIN_RUNS).forEach(this::add);
            for (int round = 0; round < ROUNDS; round++) {
                IntStream.range(0, 4).forEach(_ -> change());
                for (int i = 0; i < 8; i++) {
                    RunQuery query = anyQuery();
                    List<String> all = search(SORTING, query, 1_000);
                    String total = all.removeLast();
                    List<String> paged = search(SHORT, query, query.page().size());
                    assertThat(paged).as(query.toString()).contains(total);
                    paged.remove(total);
                    assertThat(paged).as(query.toString()).isEqualTo(all);
                }
            }
        }
    }

    @Nested
    class OnSqlite extends OnEach {
        @Override
        TestDatabase database() {
            return TestDatabase.sqlite();
        }
    }

    @Nested
    class OnPostgres extends OnEach {
        @Override
        TestDatabase database() {
            return TestDatabase.postgres();
        }
    }
}
