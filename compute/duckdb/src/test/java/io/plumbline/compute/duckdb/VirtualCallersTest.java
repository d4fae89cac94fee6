package io.plumbline.compute.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Virtual threads that ask, of which only as many run at a time as there are carriers. */
@Timeout(60)
class VirtualCallersTest {
    private static final int CARRIERS = Integer.getInteger(
            "jdk.virtualThreadScheduler.parallelism", Runtime.getRuntime().availableProcessors());
    private static final String ENDLESS =
            "SELECT sum(hash(a.range + b.range)) FROM range(10000000) a, range(10000000) b";
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private Path scratch;

    private Database database;
    private Gate gate;

    @BeforeEach
    void start() throws SQLException {
        database = Database.start(settings());
        gate = new Gate();
        database.register("gate", gate);
    }

    private DuckDbSettings settings() {
        return new DuckDbSettings(CARRIERS, 256L << 20, scratch);
    }

    @AfterEach
    void stop() {
        gate.open();
        database.close();
    }

    private FutureTask<Long> ask(String sql) {
        return new FutureTask<>(() -> database.stream(sql, _ -> {}));
    }

    /** Questions that are not answered before the gate is opened, each in the middle of a call into DuckDB. */
    private List<FutureTask<Long>> stuck(int count) throws InterruptedException {
        List<FutureTask<Long>> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FutureTask<Long> question = ask("FROM gate(1)");
            Thread.startVirtualThread(question);
            questions.add(question);
        }
        assertThat(gate.awaitAt(count, SOON)).isTrue();
        return questions;
    }

    @Test
    void questionsThatTakeLongLeaveTheCarriersToOthers() throws Exception {
        List<FutureTask<Long>> questions = stuck(CARRIERS);

        assertThat(Thread.startVirtualThread(() -> {}).join(SOON))
                .as("another virtual thread runs meanwhile")
                .isTrue();

        gate.open();
        for (FutureTask<Long> question : questions) {
            assertThat(question.get()).isOne();
        }
    }

    @Test
    void anInterruptEndsTheQuestion() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        FutureTask<Boolean> question = new FutureTask<>(() -> {
            running.countDown();
            assertThatThrownBy(() -> database.stream(ENDLESS, _ -> {})).isInstanceOf(CancellationException.class);
            return Thread.currentThread().isInterrupted();
        });
        Thread asking = Thread.startVirtualThread(question);
        running.await();
        Thread.sleep(200);
        asking.interrupt();

        assertThat(question.get(SOON.toSeconds(), TimeUnit.SECONDS))
                .as("is still interrupted")
                .isTrue();
        assertThat(database.number("SELECT CAST(7 AS BIGINT)")).isEqualTo(7);
    }

    @Test
    void whoWaitsForHisTurnCanBeInterrupted() throws Exception {
        int all = settings().calls();
        List<FutureTask<Long>> questions = stuck(all);
        FutureTask<Long> next = ask("SELECT 1");
        Thread waiting = Thread.startVirtualThread(next);
        Thread.sleep(100);
        assertThat(next.isDone()).as("as many as may ask do so").isFalse();

        waiting.interrupt();
        assertThat(waiting.join(SOON)).isTrue();
        assertThatThrownBy(next::get).hasCauseInstanceOf(CancellationException.class);

        gate.open();
        for (FutureTask<Long> question : questions) {
            assertThat(question.get()).isOne();
        }
    }

    @Test
    void whatIsStagedIsGivenUpWithoutWaitingAndAlsoAfterAnInterrupt() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        FutureTask<Boolean> staging = new FutureTask<>(() -> {
            Database.Staged staged = database.stage("SELECT 1 AS a", List.of());
            end.await();
            Thread.currentThread().interrupt();
            staged.close();
            return Thread.interrupted();
        });
        Thread thread = Thread.startVirtualThread(staging);
        while (database.texts("SELECT table_name FROM duckdb_tables()").isEmpty()) {
            Thread.sleep(5);
        }
        stuck(settings().calls());

        end.countDown();
        assertThat(thread.join(SOON)).isTrue();
        assertThat(staging.get()).as("is still interrupted").isTrue();
        assertThat(database.texts("SELECT table_name FROM duckdb_tables()")).isEmpty();
    }

    @Test
    void aStartThatIsInterruptedLeavesNothing() throws Exception {
        DuckDbSettings elsewhere = settings().withScratch(Files.createDirectory(scratch.resolve("elsewhere")));
        FutureTask<Boolean> starting = new FutureTask<>(() -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> Database.start(elsewhere)).isInstanceOf(CancellationException.class);
            return Thread.interrupted();
        });
        Thread.startVirtualThread(starting);

        assertThat(starting.get(SOON.toSeconds(), TimeUnit.SECONDS))
                .as("is still interrupted")
                .isTrue();
        assertThat(elsewhere.scratch()).isEmptyDirectory();
    }

    @Test
    void failuresComeAsTheyWereThrown() throws Exception {
        IllegalArgumentException ofSink = new IllegalArgumentException("no such chunk");
        FutureTask<Boolean> asking = new FutureTask<>(() -> {
            assertThatThrownBy(() -> database.stream("SELECT nothing", _ -> {})).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> database.stream("SELECT 1", _ -> {
                        throw ofSink;
                    }))
                    .isSameAs(ofSink);
            return true;
        });
        Thread.startVirtualThread(asking);
        assertThat(asking.get(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aDatabaseThatIsClosedIsAskedInVain() throws Exception {
        FutureTask<Long> endless = ask(ENDLESS);
        Thread.startVirtualThread(endless);
        Thread.sleep(100);
        database.close();
        FutureTask<Long> late = ask("SELECT 1");
        Thread.startVirtualThread(late);

        assertThatThrownBy(() -> endless.get(SOON.toSeconds(), TimeUnit.SECONDS))
                .hasCauseInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> late.get(SOON.toSeconds(), TimeUnit.SECONDS))
                .hasCauseInstanceOf(CancellationException.class);
    }
}
