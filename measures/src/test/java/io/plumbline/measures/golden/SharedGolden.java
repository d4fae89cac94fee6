package io.plumbline.measures.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The file of golden numbers that lies beside the repository, where it is there. */
public final class SharedGolden {
    private SharedGolden() {}

    /** The file's content, or empty where it is absent. */
    public static Optional<JsonNode> read() {
        return folders()
                .map(folder -> folder.resolve("shared/golden/reference-numbers.json"))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(SharedGolden::parse);
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
