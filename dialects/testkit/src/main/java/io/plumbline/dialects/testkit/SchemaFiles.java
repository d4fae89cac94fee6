package io.plumbline.dialects.testkit;

import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The schemas as the files have them, used or not. */
final class SchemaFiles {
    /** What is shared and is no schema. */
    private static final Set<String> OTHERS = Set.of("answers.yaml", "parameters.yaml");

    private SchemaFiles() {}

    static List<String> names(Path contract) {
        return Stream.concat(files(contract.resolve("shared")), files(contract.resolve("schemas")))
                .flatMap(SchemaFiles::namesIn)
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !OTHERS.contains(file.getFileName().toString())).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> namesIn(Path file) {
        try {
            return Yaml.mapper().readTree(file.toFile()).propertyStream().map(java.util.Map.Entry::getKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
