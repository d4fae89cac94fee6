package io.plumbline.server.output;

import io.plumbline.server.report.Figures;
import java.util.List;

/** Things in words: how many, and which. */
final class Counted {
    private Counted() {}

    /** "1 row", "2,000 rows". */
    static String text(long count, String one, String many) {
        return Figures.count(count) + " " + (count == 1 ? one : many);
    }

    /** "a, b and 3 more": so many of these names, fit for a terminal. */
    static String names(List<String> names, int named) {
        String first = TextTable.printable(String.join(", ", names.subList(0, Math.min(named, names.size()))));
        return names.size() <= named ? first : first + " and " + Figures.count(names.size() - named) + " more";
    }
}
