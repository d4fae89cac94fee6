package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Repository;
import io.plumbline.domain.project.Project;
import io.plumbline.store.testkit.Racing;
import io.plumbline.store.testkit.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    /** What is true on each database. */
    abstract static class OnEach {
        @RegisterExtension
        final TestDatabase database = database();

        abstract TestDatabase database();

        @Test
        void takesBackWhatAFailingUnitWrote() {
            Repository<Project> projects = SqlRepository.projects(database.database());
            Id organization = Samples.id();
            Project project = new Project(Samples.header(organization), "a", "", Samples.DOCUMENT);
            projects.add(project);
            assertThatThrownBy(() -> database.database().write(sql -> {
                        sql.deleteFrom(PROJECT).execute();
                        throw new IllegalStateException("planted");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("planted");
            assertThat(projects.list(organization)).containsExactly(project);
        }

        @Test
        void refusesADatabaseOfANewerVersion() {
            database.database()
                    .write(sql -> sql.execute("insert into schema_history (installed_rank, version, description,"
                            + " type, script, checksum, installed_by, execution_time, success) values (99, '299901010000', 'future',"
                            + " 'SQL', 'V299901010000__future.sql', 1, 'test', 1, true)"));
            database.reopen();
            assertThatThrownBy(() -> database.database())
                    .isInstanceOfSatisfying(
                            PlumblineException.class,
                            e -> assertThat(e.failure()).isInstanceOf(Failure.Conflict.class))
                    .hasMessageContaining("newer version of Plumbline")
                    .hasMessageContaining("299901010000");
        }

        @Test
        void refusesTablesThatAreNotOurs() {
            database.database().write(sql -> sql.execute("update schema_history set checksum = 7"));
            database.reopen();
            assertThatThrownBy(() -> database.database())
                    .isInstanceOfSatisfying(
                            PlumblineException.class,
                            e -> assertThat(e.failure()).isInstanceOf(Failure.Conflict.class))
                    .hasMessageContaining("not as Plumbline left them");
        }

        @Test
        void letsManyOpenANewDatabaseAtOneTime() {
            List<Boolean> opened = Racing.race(_ -> {
                try (Database one = database.another()) {
                    return SqlRepository.projects(one).list(Samples.id()).isEmpty();
                }
            });
            assertThat(opened).containsOnly(true);
        }

        @Test
        void countsWhatItDoes() {
            Database open = database.database();
            SqlRepository.projects(open).add(new Project(Samples.header(Samples.id()), "a", "", Samples.DOCUMENT));
            DatabaseStatistics statistics = open.statistics();
            assertThat(statistics.writes()).isEqualTo(1);
            assertThat(statistics.commits()).isEqualTo(1);
            assertThat(statistics.waitingWrites()).isZero();
            assertThat(statistics.activeConnections()).isZero();
        }

        @Test
        void answersNothingOnceItIsClosed() {
            Database closed = database.another();
            closed.close();
            closed.close();
            Repository<Project> projects = SqlRepository.projects(closed);
            Project project = new Project(Samples.header(Samples.id()), "a", "", Samples.DOCUMENT);
            assertThatThrownBy(() -> projects.add(project)).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> projects.list(Samples.id())).isInstanceOf(RuntimeException.class);
        }
    }

    @Nested
    class OnSqlite extends OnEach {
        @Override
        TestDatabase database() {
            return TestDatabase.sqlite();
        }

        @Test
        void syncsEachCommitAndHoldsReferences() {
            database.database().write(sql -> {
                assertThat(sql.fetchValue("pragma synchronous")).isEqualTo(2);
                assertThat(sql.fetchValue("pragma journal_mode")).isEqualTo("wal");
                assertThat(sql.fetchValue("pragma foreign_keys")).isEqualTo(1);
                return true;
            });
        }

        @Test
        void tellsThatTheDiskIsFullAndGoesOnWhenThereIsRoom() {
            Repository<Project> projects = SqlRepository.projects(database.database());
            Id organization = Samples.id();
            Project small = new Project(Samples.header(organization), "small", "", Samples.DOCUMENT);
            Project large = new Project(Samples.header(organization), "large", "x".repeat(5_000_000), Samples.DOCUMENT);
            projects.add(small);
            database.database().write(sql -> sql.fetch("pragma max_page_count = 300"));
            assertThatThrownBy(() -> projects.add(large))
                    .isInstanceOfSatisfying(
                            PlumblineException.class,
                            e -> assertThat(e.failure()).isInstanceOf(Failure.StorageFull.class));
            assertThat(projects.list(organization)).containsExactly(small);
            database.database().write(sql -> sql.fetch("pragma max_page_count = 1000000"));
            projects.add(large);
            assertThat(projects.list(organization)).containsExactlyInAnyOrder(small, large);
        }

        @Test
        void refusesAFileThatIsNoDatabase(@TempDir Path folder) throws IOException {
            Path file = Files.writeString(folder.resolve("notes.txt"), "not a database, but a text of some length");
            refuses(() -> Database.sqlite(file), "notes.txt");
        }

        @Test
        void refusesAFolderThatIsNotThere(@TempDir Path folder) {
            refuses(
                    () -> Database.open("jdbc:sqlite:" + folder.resolve("no/such/file.db"), Optional.empty()),
                    "file.db");
        }
    }

    @Nested
    class OnPostgres extends OnEach {
        @Override
        TestDatabase database() {
            return TestDatabase.postgres();
        }

        @Test
        void syncsEachCommit() {
            String setting = database.database()
                    .read(sql -> String.valueOf(sql.fetchValue("select current_setting('synchronous_commit')")));
            assertThat(setting).isEqualTo("on");
        }

        @Test
        void refusesAWrongPasswordWithoutShowingIt() {
            String url = PostgresServer.shared().url("postgres");
            refuses(
                    () -> Database.open(url, Optional.of(new Credentials("plumbline", "wrong-secret"))),
                    "refuses the user");
            refuses(
                    () -> Database.open(url + "?user=plumbline&password=wrong-secret", Optional.empty()),
                    "refuses the user");
        }

        @Test
        void takesCredentialsFromTheUrl() {
            String schema = PostgresServer.shared().newSchema();
            String url = schema + "&user=" + PostgresServer.USER + "&password="
                    + PostgresServer.PASSWORD.replace(" ", "%20");
            try (Database open = Database.open(url, Optional.empty())) {
                assertThat(SqlRepository.projects(open).list(Samples.id())).isEmpty();
            }
            PostgresServer.shared().drop(schema);
        }

        @Test
        void refusesADatabaseThatIsNotThere() {
            String url = PostgresServer.shared().url("nowhere");
            refuses(() -> Database.open(url, Optional.of(PostgresServer.CREDENTIALS)), "create it first");
        }

        @Test
        void losesNoMoreThanTheTransactionWhenItsConnectionsAreCut() {
            Repository<Project> projects = SqlRepository.projects(database.database());
            Id organization = Samples.id();
            Project before = new Project(Samples.header(organization), "before", "", Samples.DOCUMENT);
            projects.add(before);
            assertThatThrownBy(() -> database.database().write(sql -> {
                        sql.deleteFrom(PROJECT).execute();
                        PostgresServer.shared()
                                .execute(
                                        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'plumbline'");
                        return sql.deleteFrom(PROJECT).execute();
                    }))
                    .isInstanceOfSatisfying(
                            PlumblineException.class,
                            e -> assertThat(e.failure()).isInstanceOf(Failure.Unreachable.class));
            assertThat(listPatiently(projects, organization)).containsExactly(before);
        }

        /** Other connections of the pool were cut as well, and are found out one by one. */
        private static List<Project> listPatiently(Repository<Project> projects, Id organization) {
            for (int attempt = 0; attempt < 20; attempt++) {
                try {
                    return projects.list(organization);
                } catch (PlumblineException e) {
                    assertThat(e.failure()).isInstanceOf(Failure.Unreachable.class);
                }
            }
            throw new AssertionError("the pool does not recover");
        }
    }

    @Test
    void canBeRehearsed() {
        assertThatCode(Database::rehearse).doesNotThrowAnyException();
    }

    @Test
    void refusesAServerThatIsDown() throws IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + PostgresServer.freePort() + "/plumbline?password=wrong-secret";
        refuses(() -> Database.open(url, Optional.empty()), "cannot be reached");
    }

    @Test
    void namesADatabaseWithoutItsCredentials() {
        assertThat(PostgresRefusal.describe("jdbc:postgresql://ada:wrong-secret@host:5432/name?password=wrong-secret"))
                .isEqualTo("the database postgresql://host:5432/name");
    }

    @Test
    void refusesOtherKindsOfDatabases() {
        assertThatThrownBy(() -> Database.open("jdbc:mysql://host/name?password=wrong-secret", Optional.empty()))
                .isInstanceOfSatisfying(
                        PlumblineException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Invalid.class))
                .hasMessageContaining("jdbc:sqlite:FILE")
                .hasMessageNotContaining("wrong-secret");
    }

    @Test
    void hidesThePassword() {
        assertThat(new Credentials("ada", "wrong-secret").toString())
                .contains("ada")
                .doesNotContain("wrong-secret");
    }

    private static void refuses(Supplier<Database> opener, String why) {
        assertThatThrownBy(() -> opener.get().close())
                .isInstanceOfSatisfying(
                        PlumblineException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unreachable.class))
                .hasMessageContaining(why)
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("wrong-secret"));
    }

    private static String stackTrace(Throwable exception) {
        StringWriter text = new StringWriter();
        exception.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
