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
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunIndex;
import io.plumbline.domain.experiment.RunLog;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.store.testkit.ExperimentsContract;
import io.plumbline.store.testkit.RunsContract;
import io.plumbline.store.testkit.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs go on while they are searched: between two queries of one search they may change. */
class ChangedWhileSearchedTest {
    private static final Field LOSS = new Field.Metric("loss", MetricStatistic.LATEST);
    private static final int RUNS = 40;

    @RegisterExtension
    final TestDatabase database = TestDatabase.sqlite();

    private final Id organization = Samples.id();

    private Run add(Experiment experiment, int number) {
        return new SqlRuns(database.database())
                .add(
                        RunsContract.run(experiment, "run " + number, Optional.empty()),
                        new RunLog(
                                List.of(new MetricPoint("loss", number, 0, 0)),
                                new TreeMap<>(Map.of("rate", Integer.toString(number))),
                                new TreeMap<>()));
    }

    /** Puts a run into the bin as soon as those that match were gathered and their order was read. */
    private record Deleting(Runnable deletion, AtomicBoolean done) implements ExecuteListener {
        @Override
        public void end(ExecuteContext context) {
            String query = String.valueOf(context.sql());
            if (query.contains("group_concat") && query.contains("metric_summary") && !done.getAndSet(true)) {
                deletion.run();
            }
        }
    }

    @Test
    void aPageThatLosesARunIsNotTheLast() {
        Experiment experiment = new SqlExperiments(database.database())
                .add(ExperimentsContract.named(organization, "searched", Map.of()));
        List<Run> runs = IntStream.range(0, RUNS)
                .mapToObj(number -> add(experiment, number))
                .toList();
        Runnable deletion = () -> new SqlRuns(database.database())
                .change(organization, runs.get(21).id(), RunLog.EMPTY, run -> run.deleted(Optional.of(Samples.BEGIN)));
        RunQuery query = RunQuery.of(
                List.of(experiment.id()),
                List.of(Condition.number(new Field.Param("rate"), Operator.AT_LEAST, 20)),
                List.of(Order.ascending(LOSS)),
                PageRequest.first(4));
        AtomicBoolean done = new AtomicBoolean();
        Page<RunIndex.Hit> page = database.database()
                .read(sql -> new RunSearch(
                                DSL.using(sql.configuration().deriveAppending(new Deleting(deletion, done))),
                                organization,
                                organization,
                                query,
                                new RunColumns(0),
                                new RunSearch.Effort(2, 5),
                                Optional.empty())
                        .page());
        assertThat(done).isTrue();
        assertThat(page.items())
                .extracting(hit -> hit.run().name())
                .containsExactly("run 20", "run 22", "run 23", "run 24");
        assertThat(page.next()).isPresent();
    }
}
