package io.plumbline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.RunIndex;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.store.testkit.ExperimentsContract;
import io.plumbline.store.testkit.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever way a search goes, and whatever changed before it, it finds the same in the same order: what the database finds that sorts all that match. */
class RunSearchWaysTest {
    private static final int BEGIN_RUNS = 40;
    private static final int ROUNDS = 12;
    private static final int QUERIES = 12;
    private static final RunSearch.Effort SHORT = new RunSearch.Effort(2, 4);

    /** What is true on each database. */
    abstract static class OnEach {
        @RegisterExtension
        final TestDatabase database = database();

        private final Id organization = Samples.id();
        private final Id user = Samples.id();
        private Experiment experiment = ExperimentsContract.named(organization, "searched", Map.of());
        private Experiment empty = ExperimentsContract.named(organization, "empty", Map.of());

        abstract TestDatabase database();

        /** Of two experiments all are sorted that match, since no order and no index is of both. */
        private Page<RunIndex.Hit> sorted(RunQuery query) {
            return page(
                    Optional.empty(), of(query, List.of(experiment.id(), empty.id()), PageRequest.counted(1_000, 0)));
        }

        private Page<RunIndex.Hit> page(Optional<HeldOrders.ForSearch> held, RunQuery query) {
            RunColumns columns = RunColumns.at(Samples.BEGIN, Duration.ZERO);
            return database.database()
                    .readAtOnce(sql -> new RunSearch(sql, organization, user, query, columns, SHORT, held).page());
        }

        private Page<RunIndex.Hit> inMemory(RunQuery query) {
            return page(database.database().heldOrders().map(HeldOrders::forSearch), query);
        }

        private Page<RunIndex.Hit> inDatabase(RunQuery query) {
            return page(Optional.empty(), query);
        }

        private static RunQuery of(RunQuery query, List<Id> experiments, PageRequest page) {
            return new RunQuery(
                    experiments,
                    query.view(),
                    query.within(),
                    query.conditions(),
                    query.reach(),
                    query.pins(),
                    query.orders(),
                    page);
        }

        private static List<RunIndex.Hit> pages(RunQuery query, Function<RunQuery, Page<RunIndex.Hit>> search) {
            List<RunIndex.Hit> found = new ArrayList<>();
            Optional<String> token = Optional.empty();
            do {
                PageRequest request = PageRequest.after(query.page().size(), token);
                Page<RunIndex.Hit> page = search.apply(of(query, query.experiments(), request));
                found.addAll(page.items());
                token = page.next();
            } while (token.isPresent());
            return found;
        }

        private void assertSame(RunQuery query, int offset, Function<RunQuery, Page<RunIndex.Hit>> search) {
            Page<RunIndex.Hit> all = sorted(query);
            int size = query.page().size();
            Page<RunIndex.Hit> part = search.apply(of(query, query.experiments(), PageRequest.counted(size, offset)));
            assertThat(part.total()).as(query.toString()).isEqualTo(all.total());
            assertThat(part.items())
                    .as(offset + " " + query)
                    .isEqualTo(all.items().stream().skip(offset).limit(size).toList());
            assertThat(pages(query, search)).as(query.toString()).isEqualTo(all.items());
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4})
        void everyWayFindsTheSame(long seed) {
            Random random = new Random(seed);
            SqlExperiments experiments = new SqlExperiments(database.database());
            experiment = experiments.add(experiment);
            empty = experiments.add(empty);
            AnyRuns runs = new AnyRuns(new SqlRuns(database.database()), experiment, user, random);
            AnyQueries queries = new AnyQueries(random, runs, experiment.id());
            IntStream.range(0, BEGIN_RUNS).forEach(_ -> runs.add());
            for (int round = 0; round < ROUNDS; round++) {
                IntStream.range(0, 4).forEach(_ -> runs.change());
                for (int i = 0; i < QUERIES; i++) {
                    RunQuery query = queries.any();
                    int offset = random.nextInt(20);
                    assertSame(query, offset, this::inMemory);
                    assertSame(query, offset, this::inDatabase);
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
