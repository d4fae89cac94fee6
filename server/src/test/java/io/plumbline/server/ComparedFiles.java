package io.plumbline.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three small files to compare: training data, the same again, and one that has moved. */
abstract class ComparedFiles {
    @TempDir
    Path folder;

    Path train = Path.of("");
    Path same = Path.of("");
    Path moved = Path.of("");

    @BeforeEach
    void writeFiles() throws IOException {
        train = write("train.csv", 0, "phone");
        same = write("same.csv", 0, "phone");
        moved = write("moved.csv", 60, "online");
    }

    private Path write(String name, int shift, String channel) throws IOException {
        String rows = IntStream.range(0, 400)
                .mapToObj(i -> i + "," + (20 + i % 100 + shift) + ".5," + (i % 3 == 0 ? channel : "branch"))
                .collect(Collectors.joining("\n", "id,amount,channel\n", "\n"));
        return write(name, rows);
    }

    /** A file in the folder. */
    Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }
}
