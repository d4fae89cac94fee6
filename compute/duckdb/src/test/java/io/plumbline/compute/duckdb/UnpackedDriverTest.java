package io.plumbline.compute.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class UnpackedDriverTest {
    @TempDir
    private Path scratch;

    @Test
    void theLoadedDriverLeavesNoFile() throws IOException {
        try (Database _ = Database.start(new DuckDbSettings(1, 256L << 20, scratch))) {
            List<String> loaded = loaded();
            assertThat(loaded).isNotEmpty().allMatch(line -> line.endsWith(" (deleted)"));
        }
    }

    private static List<String> loaded() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
            return lines.filter(line -> line.contains("/libduckdb_java")).toList();
        }
    }
}
