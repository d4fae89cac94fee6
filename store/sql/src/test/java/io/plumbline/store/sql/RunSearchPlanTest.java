package io.plumbline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.MetricPoint;
import io.plumbline.domain.experiment.MetricStatistic;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.Order;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.RunAttribute;
import io.plumbline.domain.experiment.RunLog;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.store.testkit.ExperimentsContract;
import io.plumbline.store.testkit.RunsContract;
import io.plumbline.store.testkit.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No question about runs reads a table from its beginning to its end: the databases are asked for the plans of the queries that are made. */
class RunSearchPlanTest {
    private static final Field LOSS = new Field.Metric("loss", MetricStatistic.LATEST);
    private static final Field RATE = new Field.Param("rate");

    /** What is true on each database. */
    abstract static class OnEach {
        @RegisterExtension
        final TestDatabase database = database();

        private final Id organization = Samples.id();
        private Experiment experiment = ExperimentsContract.named(organization, "searched", Map.of());

        abstract TestDatabase database();

        @BeforeEach
        void addRuns() {
            experiment = new SqlExperiments(database.database()).add(experiment);
            for (int i = 0; i < 30; i++) {
                RunLog log = new RunLog(
                        List.of(new MetricPoint("loss", i, 0, 0)),
                        new TreeMap<>(Map.of("rate", Integer.toString(i))),
                        new TreeMap<>(Map.of("tag", "t" + i % 3)));
                new SqlRuns(database.database()).add(RunsContract.run(experiment, "run " + i, Optional.empty()), log);
            }
        }

        /** The plans of the queries that a search takes, as if there were many runs. */
        private List<String> plans(List<Condition> conditions, List<Order> orders, PageRequest page) {
            return plans(Optional.empty(), conditions, orders, page);
        }

        private List<String> plans(
                Optional<HeldOrders.ForSearch> held, List<Condition> conditions, List<Order> orders, PageRequest page) {
            RunQuery query = RunQuery.of(List.of(experiment.id()), conditions, orders, page);
            RunColumns columns = new RunColumns(0);
            return plans(sql -> new RunSearch(
                            sql, organization, organization, query, columns, new RunSearch.Effort(2, 5), held)
                    .page());
        }

        private interface Asking {
            void ask(DSLContext sql);
        }

        private List<String> plans(Asking asking) {
            List<String> queries = new ArrayList<>();
            return database.database().read(sql -> {
                asking.ask(DSL.using(sql.configuration().deriveAppending(new Listening(queries))));
                boolean sqlite = sql.dialect() == SQLDialect.SQLITE;
                if (!sqlite) {
                    // Of a small table PostgreSQL would rather read all.
                    sql.execute("set enable_seqscan = off");
                }
                return queries.stream()
                        .flatMap(query -> sql.fetch((sqlite ? "explain query plan " : "explain ") + query).stream()
                                .map(row -> row.get(sqlite ? 3 : 0, String.class)))
                        .toList();
            });
        }

        /** What was found before, {@code some} runs, {@code different} values and the {@code leap} from value to value, is read as a whole. */
        private static boolean isScanOfTable(String step) {
            return step.contains("Seq Scan on")
                    || (step.startsWith("SCAN ")
                            && !List.of("SCAN some", "SCAN leap", "SCAN different")
                                    .contains(step));
        }

        private void assertNoScan(List<String> plans) {
            assertThat(plans).isNotEmpty().noneMatch(OnEach::isScanOfTable);
        }

        @Test
        void noSearchScans() {
            List<Condition> wide = List.of(
                    Condition.number(LOSS, Operator.GREATER, 3),
                    Condition.text(new Field.Tag("tag"), Operator.EQUAL, "t1"));
            Stream.of(
                            Order.ascending(LOSS),
                            Order.descending(RATE),
                            Order.ascending(new Field.Tag("tag")),
                            Order.descending(new Field.Of(RunAttribute.STARTED_AT)),
                            Order.ascending(new Field.Of(RunAttribute.NAME)))
                    .forEach(order -> {
                        assertNoScan(plans(List.of(), List.of(order), PageRequest.first(3)));
                        assertNoScan(plans(wide, List.of(order), PageRequest.first(20)));
                        assertNoScan(plans(wide, List.of(order), PageRequest.counted(3, 1)));
                    });
            assertNoScan(plans(List.of(Condition.number(RATE, Operator.LESS, 1)), List.of(), PageRequest.first(3)));
        }

        /** The first of two searches reads the orders. */
        @Test
        void noSearchInMemoryScans() {
            List<Condition> any = List.of(
                    Condition.number(LOSS, Operator.GREATER, 3),
                    Condition.text(new Field.Tag("tag"), Operator.ILIKE, "%1"),
                    Condition.text(new Field.Of(RunAttribute.NAME_OR_NOTE), Operator.CONTAINS, "n"),
                    Condition.text(new Field.Of(RunAttribute.STATUS), Operator.NOT_EQUAL, "FAILED"),
                    new Condition(new Field.Of(RunAttribute.PARENT), Operator.IS_NULL, List.of()));
            List<Order> orders = List.of(
                    Order.ascending(new Field.Param("none")),
                    Order.descending(new Field.Of(RunAttribute.DURATION)),
                    Order.descending(LOSS));
            database.database().heldOrders().ifPresent(held -> {
                assertNoScan(plans(Optional.of(held.forSearch()), any, orders, PageRequest.counted(3, 0)));
                assertNoScan(plans(Optional.of(held.forSearch()), any, orders, PageRequest.counted(3, 1)));
                assertNoScan(plans(Optional.of(held.forSearch()), List.of(), orders, PageRequest.counted(3, 1)));
            });
        }

        @Test
        void noFacetScans() {
            long number = experiment.number();
            assertNoScan(plans(sql -> RunFacets.keys(sql, number)));
            assertNoScan(plans(sql -> RunFacets.values(sql, number, LOSS)));
            assertNoScan(plans(sql -> RunFacets.values(sql, number, RATE)));
            assertNoScan(plans(sql -> RunFacets.values(sql, number, new Field.Tag("tag"))));
            assertNoScan(plans(sql -> RunFacets.values(sql, number, new Field.Of(RunAttribute.STATUS))));
        }

        @Test
        void aScanWouldBeSeen() {
            assertThat(plans(sql -> sql.fetch("select * from metric_summary where first_step = 7")))
                    .anyMatch(OnEach::isScanOfTable);
        }
    }

    /** Notes queries with their values. */
    private record Listening(List<String> queries) implements ExecuteListener {
        @Override
        public void executeStart(ExecuteContext context) {
            Query query = context.query();
            queries.add(
                    query == null
                            ? String.valueOf(context.sql())
                            : context.dsl().renderInlined(query));
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
