package io.plumbline.measures.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The files of golden numbers and recordings that lie beside the repository, where they are there. */
public final class SharedGolden {
    private SharedGolden() {}

    /** The content of the file of numbers, or empty where it is absent. */
    public static Optional<JsonNode> read() {
        return read("golden/reference-numbers.json");
    }

    /** The content of a JSON file there, or empty where it is absent. */
    public static Optional<JsonNode> read(String path) {
        return file(path).map(SharedGolden::parse);
    }

    /** A file there, or empty where it is absent. */
    public static Optional<Path> file(String path) {
        return folders()
                .map(folder -> folder.resolve("shared").resolve(path))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Every folder from the module's own upwards. */
    private static Stream<Path> folders() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent);
    }

    private static JsonNode parse(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
