package io.plumbline.compute.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverLibraryTest {
    @TempDir
    private Path folder;

    @Test
    void aProgramThatIsToldWhereItLiesUnpacksNone() throws Exception {
        Path prepared = folder.resolve("prepared");
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        DriverLibrary.unpack(prepared);
        DriverLibrary.unpack(prepared);
        String others =
                classPath().filter(part -> !part.contains("duckdb_jdbc")).collect(joined());

        assertThat(exitCode(prepared, temporary, prepared.resolve("duckdb_jdbc.jar") + File.pathSeparator + others))
                .isZero();
        assertThat(exitCode(folder, temporary, classPath().collect(joined())))
                .as("unpacked")
                .isEqualTo(1);
    }

    private static Stream<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(File.pathSeparator);
    }

    private static int exitCode(Path libraries, Path temporary, String classPath) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.library.path=" + libraries,
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        classPath,
                        DuckDbProgram.class.getName(),
                        temporary.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Opens a database and ends with 1 where it was unpacked, with 2 where it is not known beforehand whether it will be. */
    static final class DuckDbProgram {
        private DuckDbProgram() {}

        public static void main(String... arguments) throws Exception {
            boolean expected = !DriverLibrary.isUnpacked();
            DriverManager.getConnection("jdbc:duckdb:").close();
            File[] unpacked = Path.of(arguments[0]).toFile().listFiles();
            boolean isUnpacked = unpacked != null && unpacked.length > 0;
            System.exit(isUnpacked != expected ? 2 : isUnpacked ? 1 : 0);
        }
    }
}
