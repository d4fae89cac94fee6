package io.plumbline.store.sql;

import io.plumbline.domain.Ids;
import io.plumbline.domain.task.TaskHandler;
import io.plumbline.store.testkit.TasksContract.Node;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Tasks and nodes for tests, which wait less than a server does. */
final class TestTasks {
    private static final TaskRunner.Pace HASTE =
            new TaskRunner.Pace(4, Duration.ofMillis(50), Duration.ofSeconds(6), Duration.ofSeconds(2));

    private TestTasks() {}

    static SqlTasks in(Database database) {
        Ids ids = Ids.of(InstantSource.system(), RandomGenerator.getDefault());
        return new SqlTasks(database, ids, InstantSource.system());
    }

    /** A started node, which closes its database when it is closed. */
    static Node node(Database database, TaskHandler... handlers) {
        TaskRunner runner = new TaskRunner(database, in(database), List.of(handlers), InstantSource.system(), HASTE);
        runner.start();
        return () -> {
            runner.close();
            database.close();
        };
    }
}
