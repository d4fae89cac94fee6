package io.plumbline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.project.Project;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.TaskHandler;
import io.plumbline.store.testkit.Samples;
import io.plumbline.store.testkit.TasksContract.Node;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another JVM works on the database until it is killed without warning. */
class KillTest {
    private static final int ROUNDS = 3;

    private static Process child(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader output(Process child) {
        return new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Adds projects in several threads, and says of each that it was added. */
    static final class AddingProjects {
        private AddingProjects() {}

        public static void main(String[] arguments) {
            Database database = Database.sqlite(Path.of(arguments[0]));
            Id organization = Id.of(arguments[1]);
            for (int i = 0; i < 8; i++) {
                int writer = i + Integer.parseInt(arguments[2]) * 8;
                Thread.ofPlatform().start(() -> addForEver(database, organization, writer));
            }
        }

        private static void addForEver(Database database, Id organization, int writer) {
            for (long i = 0; ; i++) {
                Project project = new Project(Samples.header(organization), writer + " " + i, "", Samples.DOCUMENT);
                Id id = new Id(writer, i);
                var header = project.header();
                SqlRepository.projects(database)
                        .add(project.with(new Header(id, organization, header.project(), 1, header.stamp())));
                System.out.println(id);
            }
        }
    }

    @Test
    void keepsEveryAcknowledgedRow(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("metadata.db");
        Id organization = Samples.id();
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            addUntilKilled(file, organization, round, acknowledged);
            try (Database database = Database.sqlite(file)) {
                String integrity = database.read(sql -> String.valueOf(sql.fetchValue("pragma integrity_check")));
                assertThat(integrity).isEqualTo("ok");
                Set<String> kept = new HashSet<>();
                SqlRepository.projects(database)
                        .list(organization)
                        .forEach(project -> kept.add(project.id().toString()));
                assertThat(kept).containsAll(acknowledged);
            }
        }
    }

    private static void addUntilKilled(Path file, Id organization, int round, Set<String> acknowledged)
            throws IOException, InterruptedException {
        Process child = child(AddingProjects.class, file.toString(), organization.toString(), Integer.toString(round));
        try (BufferedReader lines = output(child)) {
            String line = lines.readLine();
            for (int i = 0; line != null; i++) {
                // What the child said before it died is read to its end.
                if (line.length() == 24) {
                    acknowledged.add(line);
                }
                if (i == 100 + 37 * round) {
                    // The process itself would close its output for us, with lines in it.
                    child.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(acknowledged).hasSizeGreaterThan(100);
    }

    /** Runs tasks, and says of each that it has begun; none ends. */
    static final class RunningTasks {
        private RunningTasks() {}

        public static void main(String[] arguments) {
            Database database = arguments[0].startsWith("jdbc:sqlite:")
                    ? Database.open(arguments[0], Optional.empty())
                    : Database.open(
                            arguments[0], Optional.of(new Credentials(PostgresServer.USER, PostgresServer.PASSWORD)));
            TestTasks.node(database, handler((_, progress) -> {
                progress.report(1, 2, "half");
                System.out.println("begun");
                while (true) {
                    pause();
                    progress.report(1, 2, "still half");
                }
            }));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static TaskHandler handler(Work work) {
        return new TaskHandler() {
            @Override
            public String kind() {
                return "endless";
            }

            @Override
            public Document run(Task task, Progress progress) {
                return work.run(task, progress);
            }
        };
    }

    private interface Work {
        Document run(Task task, TaskHandler.Progress progress);
    }

    @Test
    void doesATaskAgainThatWasCutOffOnSqlite(@TempDir Path folder) throws IOException, InterruptedException {
        String url = "jdbc:sqlite:" + folder.resolve("metadata.db");
        doesATaskAgain(url, Database.open(url, Optional.empty()));
    }

    @Test
    void doesATaskAgainThatWasCutOffOnPostgres() throws IOException, InterruptedException {
        String url = PostgresServer.shared().newSchema();
        Credentials credentials = new Credentials(PostgresServer.USER, PostgresServer.PASSWORD);
        doesATaskAgain(url, Database.open(url, Optional.of(credentials)));
        PostgresServer.shared().drop(url);
    }

    private static void doesATaskAgain(String url, Database database) throws IOException, InterruptedException {
        Id organization = Samples.id();
        SqlTasks tasks = TestTasks.in(database);
        Task task =
                tasks.submit(Samples.caller(organization), Optional.empty(), "endless", Samples.id(), Document.EMPTY);
        Process child = child(RunningTasks.class, url);
        try (BufferedReader lines = output(child)) {
            assertThat(lines.readLine()).isEqualTo("begun");
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(tasks.find(organization, task.id()).orElseThrow().state()).isEqualTo(Task.State.RUNNING);
        try (Node node = TestTasks.node(database, handler((_, _) -> new Document("\"again\"")))) {
            assertThat(node).isNotNull();
            Task ended = awaitEnd(tasks, organization, task);
            assertThat(ended.result()).contains(new Document("\"again\""));
            assertThat(ended.state()).isEqualTo(Task.State.FINISHED);
        }
    }

    private static Task awaitEnd(SqlTasks tasks, Id organization, Task task) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        Task found = tasks.find(organization, task.id()).orElseThrow();
        while (!found.state().isOver()) {
            assertThat(Instant.now()).as("waiting for %s", found).isBefore(deadline);
            pause();
            found = tasks.find(organization, task.id()).orElseThrow();
        }
        return found;
    }
}
