package io.plumbline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Document;
import io.plumbline.domain.Id;
import io.plumbline.domain.task.Task;
import io.plumbline.store.sql.TaskRuns.Run;
import io.plumbline.store.testkit.Samples;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TaskRunsTest {
    /** What is true on each database. */
    abstract static class OnEach {
        @RegisterExtension
        final TestDatabase database = database();

        private final Id organization = Samples.id();

        abstract TestDatabase database();

        private SqlTasks tasks() {
            return TestTasks.in(database.database());
        }

        private TaskRuns runs() {
            return new TaskRuns(database.database(), InstantSource.system());
        }

        private Task submit() {
            return tasks().submit(Samples.caller(organization), Optional.empty(), "kind", Samples.id(), Document.EMPTY);
        }

        private Run started(Task task) {
            return runs().start(task.id()).orElseThrow();
        }

        private Task find(Task task) {
            return tasks().find(organization, task.id()).orElseThrow();
        }

        @Test
        void takeNothingFromARunThatAnotherHasReplaced() {
            Task task = submit();
            Run first = started(task);
            Run second = started(task);
            assertThat(runs().report(first, 1, 2, "first")).isFalse();
            assertThat(runs().finish(first, Document.EMPTY)).isFalse();
            assertThat(runs().fail(first, "first")).isFalse();
            assertThat(runs().cancel(first)).isFalse();
            assertThat(runs().putBack(first)).isFalse();
            assertThat(find(task).state()).isEqualTo(Task.State.RUNNING);
            assertThat(runs().report(second, 1, 2, "second")).isTrue();
            assertThat(runs().finish(second, Samples.DOCUMENT)).isTrue();
            assertThat(find(task).result()).contains(Samples.DOCUMENT);
            assertThat(find(task).message()).isEqualTo("second");
        }

        @Test
        void giveATaskUpThatIsCutOffAgainAndAgain() {
            Task task = submit();
            for (int i = 0; i < 5; i++) {
                assertThat(runs().start(task.id())).isPresent();
            }
            assertThat(runs().start(task.id())).isEmpty();
            assertThat(find(task).state()).isEqualTo(Task.State.FAILED);
            assertThat(find(task).message()).contains("ended 5 times");
        }

        @Test
        void doNotCountWhatWasPutBack() {
            Task task = submit();
            for (int i = 0; i < 10; i++) {
                assertThat(runs().putBack(started(task))).isTrue();
            }
            assertThat(find(task).state()).isEqualTo(Task.State.QUEUED);
        }

        @Test
        void cancelATaskThatWasToStopWhenItsNodeWasGone() {
            Task task = submit();
            Run cutOff = started(task);
            assertThat(tasks().cancel(organization, task.id())).isTrue();
            assertThat(runs().putBack(cutOff)).isFalse();
            assertThat(runs().start(task.id())).isEmpty();
            assertThat(find(task).state()).isEqualTo(Task.State.CANCELLED);
        }

        @Test
        void keepWhenATaskFirstStarted() {
            Task task = submit();
            started(task);
            Task first = find(task);
            started(task);
            assertThat(find(task).startedAt()).isEqualTo(first.startedAt()).isPresent();
        }

        @Test
        void startNothingThatIsForgotten() {
            Task task = submit();
            tasks().cancel(organization, task.id());
            tasks().forget(organization, "kind", task.subject());
            assertThat(runs().start(task.id())).isEmpty();
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
