package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.BinPurge;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.ExperimentDraft;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunDraft;
import io.plumbline.domain.experiment.RunLog;
import io.plumbline.domain.experiment.RunStatus;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.TaskHandler.CancelledException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A purge that is stopped on its way, and goes on. */
class BinPurgeTest {
    private static final int RUNS = 50;

    @TempDir
    private Path folder;

    private MonitoringDesk desk;
    private Tracking tracking;
    private final List<Run> runs = new ArrayList<>();

    @BeforeEach
    void fillTheBin() throws IOException {
        desk = new MonitoringDesk(folder);
        tracking = desk.tracking;
        Experiment experiment =
                tracking.experiments().add(desk.caller, new ExperimentDraft("credit", "", new TreeMap<>()));
        for (int i = 0; i < RUNS; i++) {
            Run run = tracking.runs()
                    .add(
                            desk.caller,
                            new RunDraft(
                                    experiment,
                                    "",
                                    "",
                                    RunStatus.RUNNING,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    RunLog.EMPTY));
            tracking.runs().delete(desk.caller, run.id());
            runs.add(run);
        }
        desk.now = desk.now.plus(Duration.ofDays(1));
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    private long left() {
        return runs.stream().filter(this::isThere).count();
    }

    private boolean isThere(Run run) {
        try {
            tracking.reading().find(desk.caller, run.id());
            return true;
        } catch (PlumblineException e) {
            return false;
        }
    }

    @Test
    void smallRunsDoNotKeepWhoCancelsWaiting() {
        Task task = tracking.bin().empty(desk.caller, Optional.empty());
        assertThatThrownBy(() -> tracking.binPurge().run(task, (done, total, message) -> {
                    throw new CancelledException();
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(left()).isPositive().isLessThan(RUNS);
    }

    @Test
    void oneThatWasCutOffCountsOn() {
        Task task = tracking.bin().empty(desk.caller, Optional.empty());
        AtomicLong gone = new AtomicLong();
        assertThatThrownBy(() -> tracking.binPurge().run(task, (done, total, message) -> {
                    gone.set(done);
                    throw new CancelledException();
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(left()).isEqualTo(RUNS - gone.get());

        tracking.binPurge().run(withDone(task, gone.get()), (done, total, message) -> gone.set(done));
        assertThat(gone).hasValue(RUNS);
        assertThat(left()).isZero();
    }

    private static Task withDone(Task task, long done) {
        return new Task(
                task.id(),
                task.organization(),
                task.project(),
                BinPurge.KIND,
                task.subject(),
                task.input(),
                Task.State.RUNNING,
                done,
                task.total(),
                task.message(),
                task.result(),
                task.createdBy(),
                task.createdAt(),
                task.startedAt(),
                task.endedAt());
    }
}
