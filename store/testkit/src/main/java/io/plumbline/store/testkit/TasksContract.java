package io.plumbline.store.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Document;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.TaskHandler;
import io.plumbline.domain.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What every {@link Tasks} does, and who runs them. */
public abstract class TasksContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String KIND = "recompute";

    private final Id organization = Samples.id();
    private final Caller caller = Samples.caller(organization);
    private final Id subject = Samples.id();

    /** The tasks under test, over the same data each time within a test. */
    protected abstract Tasks tasks();

    /** Closes the store and opens it again. */
    protected abstract void reopen();

    /** Starts a node, with a connection of its own to the same data, that does tasks by these handlers until it is closed. */
    protected abstract Node node(TaskHandler... handlers);

    /** A node that does tasks. */
    public interface Node extends AutoCloseable {
        /** Ends it in order. */
        @Override
        void close();
    }

    /** Does tasks by a function. */
    private record Handler(String kind, Work work) implements TaskHandler {
        interface Work {
            Document run(Task task, Progress progress);
        }

        @Override
        public Document run(Task task, Progress progress) {
            return work.run(task, progress);
        }
    }

    private static TaskHandler handler(Handler.Work work) {
        return new Handler(KIND, work);
    }

    private Task submit() {
        return tasks().submit(caller, Optional.of(subject), KIND, subject, Samples.DOCUMENT);
    }

    private Task find(Task task) {
        return tasks().find(organization, task.id()).orElseThrow();
    }

    private Task await(Task task, Predicate<Task> expected) {
        Instant deadline = Instant.now().plus(PATIENCE);
        Task found = find(task);
        while (!expected.test(found)) {
            assertThat(Instant.now()).as("waiting for %s", found).isBefore(deadline);
            pause(20);
            found = find(task);
        }
        return found;
    }

    private Task awaitEnd(Task task) {
        return await(task, found -> found.state().isOver());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void whatMustWaitIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        Task task = submit();
        try (Node _ = node(handler((given, progress) -> {
            if (tries.incrementAndGet() < 3) {
                throw new TaskHandler.PostponedException();
            }
            return Samples.DOCUMENT;
        }))) {
            Task done = awaitEnd(task);
            assertThat(done.state()).isEqualTo(Task.State.FINISHED);
            assertThat(tries).hasValue(3);
        }
    }

    @Test
    void putsWorkInLine() {
        Task task = submit();
        assertThat(task.state()).isEqualTo(Task.State.QUEUED);
        assertThat(task.createdBy()).isEqualTo(caller.name());
        assertThat(find(task)).isEqualTo(task);
        assertThat(tasks().find(Samples.id(), task.id())).isEmpty();
        reopen();
        assertThat(find(task)).isEqualTo(task);
    }

    @Test
    void listsTheNewestTasksAboutASubjectFirst() {
        Task first = submit();
        Task second = submit();
        tasks().submit(caller, Optional.empty(), "other", subject, Document.EMPTY);
        tasks().submit(caller, Optional.empty(), KIND, Samples.id(), Document.EMPTY);
        assertThat(tasks().about(organization, KIND, subject)).containsExactly(second, first);
        assertThat(tasks().about(Samples.id(), KIND, subject)).isEmpty();
    }

    @Test
    void doesWhatWasSubmitted() {
        Task task = submit();
        try (Node node =
                node(handler((given, _) -> new Document("[" + given.input().json() + "]")))) {
            Task ended = awaitEnd(task);
            assertThat(node).isNotNull();
            assertThat(ended.state()).isEqualTo(Task.State.FINISHED);
            assertThat(ended.result()).contains(new Document("[" + Samples.DOCUMENT.json() + "]"));
            assertThat(ended.startedAt()).isPresent();
            assertThat(ended.endedAt()).isPresent();
        }
    }

    @Test
    void showsHowFarATaskIs() {
        CountDownLatch seen = new CountDownLatch(1);
        Task task = submit();
        try (Node node = node(handler((_, progress) -> {
            progress.report(3, 10, "three of ten");
            await(seen);
            return Document.EMPTY;
        }))) {
            Task running = await(task, found -> found.done() > 0);
            assertThat(node).isNotNull();
            assertThat(running.state()).isEqualTo(Task.State.RUNNING);
            assertThat(running.total()).isEqualTo(10);
            assertThat(running.message()).isEqualTo("three of ten");
            seen.countDown();
            assertThat(awaitEnd(task).state()).isEqualTo(Task.State.FINISHED);
        }
    }

    @Test
    void failsForTheReasonThatIsGiven() {
        Task task = submit();
        try (Node node = node(handler((_, _) -> {
            throw PlumblineException.invalid("the column \0 age is gone");
        }))) {
            Task failed = awaitEnd(task);
            assertThat(node).isNotNull();
            assertThat(failed.state()).isEqualTo(Task.State.FAILED);
            assertThat(failed.message()).isEqualTo("the column \uFFFD age is gone");
            assertThat(failed.result()).isEmpty();
        }
    }

    @Test
    void tellsNothingOfWhatWentWrongInside() {
        Task task = submit();
        try (Node node = node(handler((_, _) -> {
            throw new IllegalStateException("planted by a test: select secret from table");
        }))) {
            Task failed = awaitEnd(task);
            assertThat(node).isNotNull();
            assertThat(failed.state()).isEqualTo(Task.State.FAILED);
            assertThat(failed.message()).doesNotContain("secret").isNotEmpty();
        }
    }

    @Test
    void cancelsATaskThatWaits() {
        Task task = submit();
        assertThat(tasks().cancel(Samples.id(), task.id())).isFalse();
        assertThat(tasks().cancel(organization, task.id())).isTrue();
        assertThat(find(task).state()).isEqualTo(Task.State.CANCELLED);
        assertThat(tasks().cancel(organization, task.id())).isFalse();
        AtomicInteger runs = new AtomicInteger();
        try (Node node = node(handler((_, _) -> new Document(Integer.toString(runs.incrementAndGet()))))) {
            Task next = awaitEnd(submit());
            assertThat(node).isNotNull();
            assertThat(next.result()).contains(new Document("1"));
        }
        assertThat(find(task).state()).isEqualTo(Task.State.CANCELLED);
    }

    @Test
    void cancelsARunningTaskAtItsNextReport() {
        Task task = submit();
        try (Node node = node(handler((_, progress) -> {
            for (int i = 1; i < 10_000; i++) {
                progress.report(i, 10_000, "");
                pause(10);
            }
            return Document.EMPTY;
        }))) {
            await(task, found -> found.done() > 0);
            assertThat(tasks().cancel(organization, task.id())).isTrue();
            Task ended = awaitEnd(task);
            assertThat(node).isNotNull();
            assertThat(ended.state()).isEqualTo(Task.State.CANCELLED);
            assertThat(ended.endedAt()).isPresent();
        }
    }

    @Test
    void forgetsTasksThatAreOver() {
        Task over = submit();
        tasks().cancel(organization, over.id());
        Task waiting = submit();
        assertThat(tasks().forget(Samples.id(), KIND, subject)).isZero();
        assertThat(tasks().forget(organization, KIND, subject)).isEqualTo(1);
        assertThat(tasks().about(organization, KIND, subject)).containsExactly(waiting);
    }

    @Test
    void doesEachTaskOnceOnOneOfManyNodes() {
        Map<Id, AtomicInteger> runs = new ConcurrentHashMap<>();
        TaskHandler counting = handler((task, progress) -> {
            runs.computeIfAbsent(task.id(), _ -> new AtomicInteger()).incrementAndGet();
            progress.report(1, 2, "half");
            return Document.EMPTY;
        });
        List<Task> submitted = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            submitted.add(submit());
        }
        try (Node one = node(counting);
                Node two = node(counting)) {
            for (int i = 0; i < 20; i++) {
                submitted.add(submit());
            }
            assertThat(submitted)
                    .allSatisfy(task -> assertThat(awaitEnd(task).state()).isEqualTo(Task.State.FINISHED));
            assertThat(one).isNotSameAs(two);
        }
        assertThat(runs).hasSize(40);
        assertThat(runs.values()).allSatisfy(count -> assertThat(count.get()).isEqualTo(1));
    }

    @Test
    void leavesOtherKindsToOtherNodes() {
        Task other = tasks().submit(caller, Optional.empty(), "other", subject, Document.EMPTY);
        try (Node node = node(handler((_, _) -> Document.EMPTY))) {
            awaitEnd(submit());
            assertThat(node).isNotNull();
            assertThat(find(other).state()).isEqualTo(Task.State.QUEUED);
        }
        try (Node node = node(new Handler("other", (_, _) -> Document.EMPTY))) {
            assertThat(awaitEnd(other).state()).isEqualTo(Task.State.FINISHED);
            assertThat(node).isNotNull();
        }
    }

    @Test
    void putsRunningTasksBackWhenANodeEndsInOrder() {
        AtomicInteger runs = new AtomicInteger();
        TaskHandler slowAtFirst = handler((_, progress) -> {
            int run = runs.incrementAndGet();
            for (int i = 1; run == 1 && i < 10_000; i++) {
                progress.report(i, 10_000, "");
                pause(10);
            }
            return new Document(Integer.toString(run));
        });
        Task task = submit();
        try (Node node = node(slowAtFirst)) {
            await(task, found -> found.done() > 0);
            assertThat(node).isNotNull();
        }
        assertThat(find(task).state()).isEqualTo(Task.State.QUEUED);
        reopen();
        try (Node node = node(slowAtFirst)) {
            assertThat(awaitEnd(task).result()).contains(new Document("2"));
            assertThat(node).isNotNull();
        }
    }
}
