package io.plumbline.measures.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.TableColumn;
import io.plumbline.measures.table.TableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ComparisonThreadsTest {
    private final PreparedDataSet reference = new PreparedDataSet("reference");
    private final PreparedDataSet current = new PreparedDataSet("current");

    private static TableColumn column(int number) {
        return new TableColumn("x" + number, ColumnType.NUMBER);
    }

    private static ComparisonPlan plan(int threads) {
        return new ComparisonPlan(GivenPreset.byGap(), List.of(), List.of(), Optional.empty(), threads);
    }

    /** Sleeps as long as nobody interrupts, as a reading does that is told to end by an interrupt. */
    private static ColumnData sleep() {
        try {
            Thread.sleep(50_000);
            throw new AssertionError("nobody interrupted");
        } catch (InterruptedException interrupt) {
            throw new CancellationException("reading was interrupted");
        }
    }

    @AfterEach
    void noThreadIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("plumbline-column-"));
    }

    @Test
    void theReportDoesNotDependOnThreads() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            double value = random.nextDouble();
            int delay = random.nextInt(4);
            reference.with(column(i), () -> ColumnsOf.numbers(0, 1));
            current.with(column(i), delayed(delay, () -> ColumnsOf.numbers(0, value)));
        }

        ComparisonReport alone = Comparison.compare(reference, current, plan(1), Progress.SILENT);

        assertThat(alone.columns()).hasSize(60);
        assertThat(Comparison.compare(reference, current, plan(16), Progress.SILENT))
                .isEqualTo(alone);
    }

    private static Supplier<ColumnData> delayed(int milliseconds, Supplier<ColumnData> reading) {
        return () -> {
            try {
                Thread.sleep(milliseconds);
            } catch (InterruptedException interrupt) {
                throw new CancellationException("interrupted");
            }
            return reading.get();
        };
    }

    @Test
    void noMoreColumnsAreHeldThanThereAreThreads() {
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 30; i++) {
            reference.with(column(i), () -> {
                most.accumulateAndGet(working.incrementAndGet(), Math::max);
                return ColumnsOf.numbers(0, 1);
            });
            current.with(column(i), delayed(2, () -> {
                working.decrementAndGet();
                return ColumnsOf.numbers(0, 1);
            }));
        }

        Comparison.compare(reference, current, plan(3), Progress.SILENT);

        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void tellsProgressByColumn() {
        for (int i = 0; i < 20; i++) {
            reference.with(column(i), () -> ColumnsOf.numbers(0, 1));
            current.with(column(i), () -> ColumnsOf.numbers(0, 1));
        }
        List<Long> told = Collections.synchronizedList(new ArrayList<>());

        Comparison.compare(reference, current, plan(4), (step, done, total) -> {
            assertThat(step).isEqualTo("comparing columns");
            assertThat(total).isEqualTo(20);
            told.add(done);
        });

        assertThat(told).hasSize(21).isSorted().startsWith(0L).endsWith(20L);
    }

    @Test
    void theFirstFailureEndsTheRestAndIsThrownAsItself() {
        TableException broken = new TableException("june.csv, line 7: broken");
        CountDownLatch othersAtWork = new CountDownLatch(3);
        for (int i = 0; i < 10; i++) {
            current.with(column(i), () -> ColumnsOf.numbers(1));
            reference.with(
                    column(i),
                    i == 2
                            ? failing(broken, othersAtWork)
                            : () -> {
                                othersAtWork.countDown();
                                return sleep();
                            });
        }

        assertThatThrownBy(() -> Comparison.compare(reference, current, plan(4), Progress.SILENT))
                .isSameAs(broken);
    }

    private static Supplier<ColumnData> failing(RuntimeException failure, CountDownLatch first) {
        return () -> {
            try {
                first.await();
            } catch (InterruptedException interrupt) {
                throw new AssertionError(interrupt);
            }
            throw failure;
        };
    }

    @Test
    void anErrorIsThrownAsItselfToo() {
        StackOverflowError error = new StackOverflowError("deep");
        reference.with(column(0), () -> {
            throw error;
        });
        current.with(column(0), () -> ColumnsOf.numbers(1));

        assertThatThrownBy(() -> Comparison.compare(reference, current, plan(4), Progress.SILENT))
                .isSameAs(error);
    }

    @Test
    void anInterruptOfTheCallerCancels() throws InterruptedException {
        CountDownLatch atWork = new CountDownLatch(2);
        for (int i = 0; i < 5; i++) {
            current.with(column(i), () -> ColumnsOf.numbers(1));
            reference.with(column(i), () -> {
                atWork.countDown();
                return sleep();
            });
        }
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        AtomicReference<@Nullable Boolean> stillMarked = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                Comparison.compare(reference, current, plan(2), Progress.SILENT);
            } catch (CancellationException cancelled) {
                thrown.set(cancelled);
                stillMarked.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        atWork.await();
        caller.interrupt();
        caller.join();

        assertThat(thrown.get()).isInstanceOf(CancellationException.class).hasMessage("the work was cancelled");
        assertThat(stillMarked.get()).isTrue();
    }
}
