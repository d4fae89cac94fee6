package io.plumbline.server.importing;

import io.plumbline.server.report.Figures;
import java.nio.file.Path;

/**
 * What came of an import.
 *
 * @param rows of the file
 * @param repeated whether they were there already
 */
record Imported(long rows, boolean repeated) {
    String sentence(Path file) {
        String earlier = repeated ? "; they were there from an earlier import" : "";
        return Figures.count(rows) + " rows of " + file + " are in the dataset" + earlier + ".";
    }
}
