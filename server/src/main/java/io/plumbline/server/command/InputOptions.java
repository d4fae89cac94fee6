package io.plumbline.server.command;

import io.plumbline.measures.table.Schema;
import io.plumbline.server.output.RefusedException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How data sets are read. */
final class InputOptions {
    /** More than a machine has use for, and few enough to start. */
    private static final int MOST_THREADS = 1024;

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description = "JSON file with types and roles of columns, over what is found by reading: "
                    + "{\"columns\":[{\"name\":\"age\",\"type\":\"integer\",\"role\":\"feature\"}]}. "
                    + "Types: number, integer, timestamp, boolean, text. "
                    + "Roles: feature, prediction, score, target, id, time, weight, metadata; "
                    + "id, time and weight are not compared.")
    private @Nullable Path schemaFile;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many columns to work on at once. Default: one for each processor.")
    private @Nullable Integer threads;

    /** What the user says of the columns. */
    Schema schema() {
        return schemaFile == null ? Schema.NONE : SchemaFile.read(schemaFile);
    }

    /** Everything that is read: these files, and that in which columns are described. */
    List<String> inputs(String... dataSets) {
        return Stream.concat(
                        Arrays.stream(dataSets), Stream.ofNullable(schemaFile).map(Path::toString))
                .toList();
    }

    /** How many threads to use, at least one. */
    int threads() {
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new RefusedException("--threads needs a number from 1 to " + MOST_THREADS + ", not " + threads + ".");
        }
        return threads;
    }
}
