package io.plumbline.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the programs of a PostgreSQL server: those that the build brings for its platform, or else installed ones. */
final class PostgresBinaries {
    private static final List<String> INSTALLED = List.of("/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt");

    private PostgresBinaries() {}

    /** The folder with {@code initdb} and {@code postgres}, which anybody may read; those the build brings are unpacked below the folder given. */
    static Optional<Path> find(Path below) {
        return unpacked(below).or(PostgresBinaries::installed);
    }

    private static Optional<Path> unpacked(Path below) {
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream("/" + archiveName())) {
            if (archive == null) {
                return Optional.empty();
            }
            Path file = below.resolve("postgres.txz");
            Files.copy(archive, file);
            int exit = Commands.run(List.of("tar", "-xJf", file.toString(), "-C", below.toString()));
            return exit == 0 ? Optional.of(below.resolve("bin")) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + processor + ".txz";
    }

    private static Optional<Path> installed() {
        Stream<Path> onPath =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).map(Path::of);
        return Stream.concat(INSTALLED.stream().flatMap(PostgresBinaries::versions), onPath)
                .filter(folder ->
                        Files.isExecutable(folder.resolve("initdb")) && Files.isExecutable(folder.resolve("postgres")))
                .findFirst();
    }

    private static Stream<Path> versions(String folder) {
        try (Stream<Path> versions = Files.list(Path.of(folder))) {
            return versions.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
