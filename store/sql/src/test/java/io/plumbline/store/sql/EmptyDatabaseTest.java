package io.plumbline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.project.Project;
import io.plumbline.store.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmptyDatabaseTest {
    @TempDir
    private Path folder;

    private Path prepared = Path.of("none");
    private Path file = Path.of("none");

    @BeforeEach
    void prepare() {
        prepared = folder.resolve("prepared.db");
        file = folder.resolve("metadata.db");
        EmptyDatabase.make(prepared);
    }

    @Test
    void itsCopyIsWhatTheMigrationsMake() {
        EmptyDatabase.copy(prepared, file);
        assertThat(content(file)).hasSizeGreaterThan(30).isEqualTo(content(folder.resolve("migrated.db")));
        assertThat(folder.resolve("metadata.db.new")).doesNotExist();
    }

    /** The statements that made tables and indexes, and what the database remembers of its migrations. */
    private static List<String> content(Path file) {
        try (Database database = Database.sqlite(file)) {
            return database.read(sql -> Stream.of(
                            "select sql from sqlite_master where sql is not null order by type, name",
                            "select script || ' ' || checksum || ' ' || success from schema_history order by installed_rank",
                            "pragma journal_mode",
                            "pragma page_size")
                    .flatMap(query -> sql.fetchValues(query).stream().map(String::valueOf))
                    .toList());
        }
    }

    @Test
    void aCopyTakesTheWayOfAnyDatabaseThatIsUpToDate() throws Exception {
        Path log = folder.resolve("classes.log");
        EmptyDatabase.copy(prepared, file);
        assertThat(classesLoadedToOpen(file, log)).noneMatch(line -> line.contains("org.flywaydb.core.Flyway "));
        assertThat(classesLoadedToOpen(folder.resolve("new.db"), log))
                .as("a new database")
                .anyMatch(line -> line.contains("org.flywaydb.core.Flyway "));
    }

    private static List<String> classesLoadedToOpen(Path database, Path log) throws Exception {
        int exitCode = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpeningProgram.class.getName(),
                        database.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(exitCode).isZero();
        return Files.readAllLines(log);
    }

    /** Opens a database. */
    static final class OpeningProgram {
        private OpeningProgram() {}

        public static void main(String... arguments) {
            Database.sqlite(Path.of(arguments[0])).close();
        }
    }

    @Test
    void leavesADatabaseAlone() {
        Project project = new Project(Samples.header(Samples.id()), "a", "", Samples.DOCUMENT);
        try (Database database = Database.sqlite(file)) {
            SqlRepository.projects(database).add(project);
            EmptyDatabase.copy(prepared, file);
        }
        EmptyDatabase.copy(prepared, file);
        try (Database database = Database.sqlite(file)) {
            assertThat(SqlRepository.projects(database).list(project.header().organization()))
                    .containsExactly(project);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"metadata.db-wal", "metadata.db-journal"})
    void isNotPutBesideALogThatAnotherDatabaseLeft(String log) throws IOException {
        Files.writeString(folder.resolve(log), "of another database");
        EmptyDatabase.copy(prepared, file);
        assertThat(file).doesNotExist();
    }

    @Test
    void takesThePlaceOfACopyThatWasCutOff() throws IOException {
        Files.writeString(folder.resolve("metadata.db.new"), "half of a copy");
        EmptyDatabase.copy(prepared, file);
        assertThat(file).hasSameBinaryContentAs(prepared);
        assertThat(folder.resolve("metadata.db.new")).doesNotExist();
    }

    @Test
    void tellsThatItCannotBeCopied() {
        assertThatThrownBy(() -> EmptyDatabase.copy(prepared, folder.resolve("no/such/metadata.db")))
                .isInstanceOfSatisfying(
                        PlumblineException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unreachable.class))
                .hasMessageContaining("metadata.db cannot be made");
    }
}
