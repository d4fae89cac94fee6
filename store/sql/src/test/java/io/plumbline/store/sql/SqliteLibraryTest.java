package io.plumbline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLibraryTest {
    @TempDir
    private Path folder;

    @Test
    void aProgramThatIsToldWhereItLiesUnpacksNone() throws Exception {
        Path libraries = folder.resolve("libraries");
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        SqliteLibrary.unpack(libraries);
        SqliteLibrary.unpack(libraries);

        assertThat(exitCode(libraries, temporary)).isZero();
        assertThat(exitCode(folder.resolve("elsewhere"), temporary))
                .as("unpacked files")
                .isEqualTo(1);
    }

    private static int exitCode(Path libraries, Path temporary) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.sqlite.lib.path=" + libraries,
                        "-Dorg.sqlite.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SqliteProgram.class.getName(),
                        temporary.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Opens a database and ends with 1 where files were unpacked. */
    static final class SqliteProgram {
        private SqliteProgram() {}

        public static void main(String... arguments) throws Exception {
            DriverManager.getConnection("jdbc:sqlite::memory:").close();
            File[] unpacked = Path.of(arguments[0]).toFile().listFiles();
            System.exit(unpacked == null || unpacked.length == 0 ? 0 : 1);
        }
    }
}
