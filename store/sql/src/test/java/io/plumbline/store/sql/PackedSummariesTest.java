package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.METRIC_SUMMARY;
import static io.plumbline.store.sql.generated.Tables.PACKED_SUMMARIES;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.MetricPoint;
import io.plumbline.domain.experiment.MetricSummary;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunChange;
import io.plumbline.domain.experiment.RunLog;
import io.plumbline.domain.experiment.RunStatus;
import io.plumbline.store.testkit.ExperimentsContract;
import io.plumbline.store.testkit.RunsContract;
import io.plumbline.store.testkit.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether rows or the packed ones are read is seen by what is done to the rows behind the store's back. */
class PackedSummariesTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.sqlite();

    private final Id organization = Samples.id();

    private SqlRuns runs() {
        return new SqlRuns(database.database());
    }

    private Run added(RunLog log) {
        Experiment experiment = new SqlExperiments(database.database())
                .add(ExperimentsContract.named(organization, "of runs", Map.of()));
        return runs().add(RunsContract.run(experiment, "a run", Optional.empty()), log);
    }

    private Run over(Run run, RunStatus status) {
        RunChange change = new RunChange(
                Optional.empty(), Optional.empty(), Optional.of(status), Optional.empty(), Optional.empty());
        return runs().change(organization, run.id(), RunLog.EMPTY, found -> found.with(change, Samples.BEGIN));
    }

    private static RunLog log(int metrics) {
        return RunLog.of(IntStream.range(0, metrics)
                .mapToObj(i -> new MetricPoint("m" + i, i, 0, 0))
                .toList());
    }

    private List<MetricSummary> metrics(Run run) {
        return runs().views(organization, List.of(run)).getFirst().metrics();
    }

    private void forgetRows() {
        database.database()
                .write(sql -> sql.deleteFrom(METRIC_SUMMARY)
                        .where(METRIC_SUMMARY.NAME.eq("m0"))
                        .execute());
    }

    private int packed() {
        return database.database().read(sql -> sql.fetchCount(PACKED_SUMMARIES));
    }

    @Test
    void runsThatGoOnAreReadFromRows() {
        Run run = added(log(2));
        forgetRows();
        assertThat(metrics(run)).hasSize(1);
        assertThat(packed()).isZero();
    }

    @Test
    void runsThatAreOverAreReadInOne() {
        Run run = over(added(log(2)), RunStatus.COMPLETED);
        forgetRows();
        assertThat(metrics(run)).hasSize(2);
    }

    @Test
    void whatIsLoggedLaterIsSeen() {
        Run going = added(log(2));
        Run run = over(going, RunStatus.FAILED);
        MetricPoint later = new MetricPoint("later", 1, 0, 0);
        // Whoever looked the run up before it was over does not know that it is packed.
        runs().log(going, RunLog.of(List.of(later)), Samples.BEGIN);
        assertThat(metrics(run)).hasSize(3).contains(MetricSummary.of(later));
        forgetRows();
        assertThat(metrics(run)).hasSize(2);
        runs().log(run, RunLog.of(List.of(new MetricPoint("m0", 1, 0, 0))), Samples.BEGIN);
        forgetRows();
        assertThat(metrics(run)).hasSize(3);
        runs().log(over(run, RunStatus.RUNNING), RunLog.of(List.of(later)), Samples.BEGIN);
        assertThat(metrics(run)).extracting(MetricSummary::count).containsExactly(2L, 1L);
    }

    @Test
    void veryManyMetricsStayRows() {
        Run run = over(added(log(PackedSummaries.MOST + 1)), RunStatus.KILLED);
        assertThat(packed()).isZero();
        assertThat(metrics(run)).hasSize(PackedSummaries.MOST + 1);
    }

    @Test
    void goWithTheRun() {
        Run run = over(added(log(2)), RunStatus.COMPLETED);
        assertThat(packed()).isOne();
        runs().change(organization, run.id(), RunLog.EMPTY, found -> found.deleted(Optional.of(Samples.BEGIN)));
        while (runs().removePart(run)) {}
        assertThat(packed()).isZero();
    }
}
