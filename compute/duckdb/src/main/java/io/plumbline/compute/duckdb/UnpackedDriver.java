package io.plumbline.compute.duckdb;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The native part of the driver, 60 MB that it unpacks into the folder for temporary files whenever it is loaded. It is removed when the program
 * ends, which one that is killed does not. On Linux what is loaded needs no name any more, so that it can be removed at once.
 */
final class UnpackedDriver {
    private static final System.Logger LOG = System.getLogger(UnpackedDriver.class.getName());
    private static final Path LOADED = Path.of("/proc/self/maps");
    private static final Pattern UNPACKED = Pattern.compile("\\s(/.*/libduckdb_java\\d+\\.so)$");

    private UnpackedDriver() {}

    /** Removes what was unpacked and loaded, where the system tells what that is. */
    static void remove() {
        if (!Files.isReadable(LOADED)) {
            return;
        }
        try {
            for (Path unpacked : unpacked()) {
                Files.deleteIfExists(unpacked);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the unpacked part of DuckDB's driver stays until the program ends", e);
        }
    }

    private static Iterable<Path> unpacked() throws IOException {
        try (Stream<String> lines = Files.lines(LOADED)) {
            return lines.map(UnpackedDriver::path)
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
        }
    }

    private static Optional<Path> path(String line) {
        Matcher matcher = UNPACKED.matcher(line);
        return matcher.find() ? Optional.of(Path.of(matcher.group(1))) : Optional.empty();
    }
}
