package io.plumbline.server.importing;

import io.plumbline.server.report.Figures;
import java.nio.file.Path;

/**
 * What came of an import.
 *
 * @param rows of the file
 * @param known how many of them the server had already
 */
record Sent(long rows, long known) {
    String sentence(Path file) {
        String earlier = known == 0 ? "" : ", of which " + Figures.count(known) + " were there from an earlier import";
        return Figures.count(rows) + " rows of " + file + " are in the data set" + earlier + ".";
    }
}
