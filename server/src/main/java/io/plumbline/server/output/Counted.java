package io.plumbline.server.output;

import io.plumbline.server.report.Figures;

/** A number of things in words. */
final class Counted {
    private Counted() {}

    /** "1 row", "2,000 rows". */
    static String text(long count, String one, String many) {
        return Figures.count(count) + " " + (count == 1 ? one : many);
    }
}
