package io.plumbline.compute.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When DuckDB has threads of its own. */
@Timeout(60)
class SharedWorkersTest {
    private static final long MEMORY = 192L << 20;

    @TempDir
    Path scratch;

    private Database database;
    private SharedWorkers workers;

    @BeforeEach
    void start() {
        database = Database.start(new DuckDbSettings(1, MEMORY, scratch));
        workers = new SharedWorkers(database, 3);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long threads() throws SQLException {
        return database.number("SELECT CAST(current_setting('threads') AS BIGINT)");
    }

    @Test
    void thereAreSomeOnlyWhileAQuestionThatTakesLongIsAsked() throws SQLException {
        assertThat(threads()).isEqualTo(1);
        assertThat(workers.help(this::threads)).isEqualTo(3);
        assertThat(threads()).isEqualTo(1);
    }

    @Test
    void theyStayUntilTheLastOfSuchQuestionsIsAnswered() throws SQLException {
        long afterTheFirst = workers.help(() -> {
            workers.help(this::threads);
            return threads();
        });
        assertThat(afterTheFirst).isEqualTo(3);
        assertThat(threads()).isEqualTo(1);
    }

    @Test
    void theyGoAfterAQuestionThatFails() throws SQLException {
        assertThatThrownBy(() -> workers.help(() -> database.number("SELECT nothing")))
                .isInstanceOf(SQLException.class);
        assertThat(threads()).isEqualTo(1);
    }

    @Test
    void theyGoAlsoOnAThreadThatIsInterrupted() throws SQLException {
        workers.help(() -> {
            Thread.currentThread().interrupt();
            return 0;
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(threads()).isEqualTo(1);
    }

    @Test
    void nothingElseOfTheConfigurationCanBeChanged() {
        assertThatThrownBy(() -> database.execute("SET GLOBAL memory_limit = '1GB'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("locked");
    }
}
