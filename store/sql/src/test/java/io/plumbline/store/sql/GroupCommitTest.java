package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Id;
import io.plumbline.domain.Repository;
import io.plumbline.domain.project.Project;
import io.plumbline.store.testkit.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GroupCommitTest {
    private static final int WRITERS = 20;

    @RegisterExtension
    final TestDatabase database = TestDatabase.sqlite();

    private final Id organization = Samples.id();

    private Repository<Project> projects() {
        return SqlRepository.projects(database.database());
    }

    private Project project() {
        return new Project(Samples.header(organization), "a", "", Samples.DOCUMENT);
    }

    /** Holds the writer until as many others wait as there are writers, each of which adds a project or fails. */
    private List<Future<Boolean>> writeTogether(ExecutorService threads) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<Future<Boolean>> writes = new ArrayList<>();
        writes.add(threads.submit(() -> database.database().write(_ -> {
            held.countDown();
            awaitUninterrupted(release);
            return true;
        })));
        held.await();
        for (int i = 0; i < WRITERS; i++) {
            int number = i;
            writes.add(threads.submit(() -> writeOrFail(number)));
        }
        while (database.database().statistics().waitingWrites() < WRITERS) {
            Thread.sleep(1);
        }
        release.countDown();
        return writes;
    }

    private boolean writeOrFail(int number) {
        if (number % 5 != 0) {
            projects().add(project());
            return true;
        }
        return database.database().write(sql -> {
            sql.deleteFrom(PROJECT).execute();
            throw new IllegalStateException("planted " + number);
        });
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void commitsThoseWhoWaitTogetherAndTakesBackOnlyThoseWhoFail() throws InterruptedException {
        int failures = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> write : writeTogether(threads)) {
                failures += failed(write) ? 1 : 0;
            }
        }
        DatabaseStatistics statistics = database.database().statistics();
        assertThat(failures).isEqualTo(WRITERS / 5);
        assertThat(statistics.writes()).isEqualTo(WRITERS + 1);
        assertThat(statistics.commits()).isEqualTo(2);
        assertThat(projects().list(organization)).hasSize(WRITERS - WRITERS / 5);
    }

    private static boolean failed(Future<Boolean> write) throws InterruptedException {
        try {
            return !write.get();
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("planted");
            return true;
        }
    }

    @Test
    void answersNobodyBeforeTheCommit() {
        Project project = project();
        projects().add(project);
        try (Database other = database.another()) {
            assertThat(SqlRepository.projects(other).list(organization)).containsExactly(project);
        }
    }

    @Test
    void goesOnAfterAUnitThatBreaksTheTransaction() {
        assertThatThrownBy(() -> database.database().write(sql -> sql.execute("rollback")))
                .isInstanceOf(RuntimeException.class);
        projects().add(project());
        assertThat(projects().list(organization)).hasSize(1);
    }

    @Test
    void goesOnAfterAnError() {
        assertThatThrownBy(() -> database.database().write(_ -> {
                    throw new AssertionError("planted");
                }))
                .isInstanceOf(AssertionError.class);
        projects().add(project());
        assertThat(projects().list(organization)).hasSize(1);
    }

    @Test
    void refusesAWriteWithinAWrite() {
        assertThatThrownBy(
                        () -> database.database().write(_ -> database.database().write(_ -> true)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("writes through what it is given");
    }

    @Test
    void isDoneWithWhatWaitsBeforeItCloses() throws InterruptedException {
        List<Future<Boolean>> writes;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            writes = writeTogether(threads);
            database.reopen();
        }
        assertThat(writes).allSatisfy(write -> assertThat(write.isDone()).isTrue());
        assertThat(projects().list(organization)).hasSize(WRITERS - WRITERS / 5);
    }
}
