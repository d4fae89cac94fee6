package io.plumbline.server.command;

import io.plumbline.measures.comparison.DataSet;
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

/** Checks of what is read against what else the user said. */
final class Inputs {
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
     * Refuses a schema that speaks of a column that no data set has, because it would be silently without effect.
     *
     * @throws RefusedException where there is one
     */
    static void requireColumns(Schema schema, List<DataSet> dataSets) {
        Set<String> names = new LinkedHashSet<>();
        dataSets.forEach(data -> data.columns().stream().map(TableColumn::name).forEach(names::add));
        for (String declared : schema.columns().keySet()) {
            if (!names.contains(declared)) {
                throw new RefusedException("The schema names the column '" + declared
                        + "', which the data does not have." + Suggestions.sentence(declared, names));
            }
        }
    }
}
