package io.plumbline.server.command;

import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.TableColumn;
import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks of what is read against what else the user said. */
public final class Inputs {
    private Inputs() {}

    /**
     * Refuses to replace a file that is read.
     *
     * @throws RefusedException where {@code output} is one of the inputs
     */
    static void requireOther(Path output, List<String> locations) {
        for (String location : locations) {
            if (isSame(output, location)) {
                throw new RefusedException("The output '" + output
                        + "' is also an input; write to another file, so that no data is lost.");
            }
        }
    }

    private static boolean isSame(Path output, String location) {
        try {
            return Files.exists(output) && (matches(output, location) || Files.isSameFile(output, Path.of(location)));
        } catch (IOException | InvalidPathException e) {
            return false; // there is no such file, so that it cannot be the output
        }
    }

    private static boolean matches(Path output, String location) throws IOException {
        boolean pattern = location.matches(".*[*?\\[].*");
        return pattern
                && FileSystems.getDefault()
                        .getPathMatcher("glob:"
                                + Path.of("").toAbsolutePath().resolve(location).normalize())
                        .matches(output.toRealPath());
    }

    /**
     * Refuses a schema that speaks of a column that is nowhere in what is read, because it would be silently without effect. A column
     * that only some of the data has, such as a target that is not known yet, is none.
     *
     * @param columns the columns of all that is read
     * @throws RefusedException where there is one
     */
    public static void requireColumns(Schema schema, Stream<TableColumn> columns) {
        Set<String> names = columns.map(TableColumn::name).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String declared : schema.columns().keySet()) {
            if (!names.contains(declared)) {
                throw new RefusedException("The schema names the column '" + declared
                        + "', which the data does not have." + Suggestions.sentence(declared, names));
            }
        }
    }
}
