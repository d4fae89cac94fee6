package io.plumbline.dialects.openscale.contract;

import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The schemas as the files have them, used or not. */
final class SchemaFiles {
    private static final List<String> SHARED = List.of("envelope.yaml", "errors.yaml", "json-patch.yaml");

    private SchemaFiles() {}

    static List<String> names() {
        return Stream.concat(SHARED.stream().map(Contract.FOLDER.resolve("shared")::resolve), own())
                .flatMap(SchemaFiles::namesIn)
                .toList();
    }

    private static Stream<Path> own() {
        try (Stream<Path> files = Files.list(Contract.FOLDER.resolve("schemas"))) {
            return files.toList().stream();
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
