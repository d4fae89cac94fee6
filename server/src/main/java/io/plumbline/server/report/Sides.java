package io.plumbline.server.report;

import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.comparison.DataSetSummary;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** What is to be said of the two data sets themselves. */
final class Sides {
    private Sides() {}

    /** Name and size of one of them. */
    static void write(DataSetSummary side, Appendable out) throws IOException {
        String name = Html.escape(side.name());
        out.append("<strong title=\"")
                .append(name)
                .append("\"><bdi>")
                .append(name)
                .append("</bdi></strong><span>")
                .append(Figures.count(side.rows()))
                .append(side.rows() == 1 ? " row · " : " rows · ")
                .append(Figures.count(side.columns()))
                .append(side.columns() == 1 ? " column" : " columns")
                .append(duplicates(side.duplicateRows()))
                .append("</span>");
    }

    private static String duplicates(OptionalLong rows) {
        return rows.isEmpty() ? "" : " · " + Figures.count(rows.getAsLong()) + " duplicate rows";
    }

    /** A line of remarks, nothing where there are none. */
    static void writeNotices(List<String> notices, Appendable out) throws IOException {
        if (!notices.isEmpty()) {
            out.append("<p class=\"notices\">")
                    .append(Html.escape(String.join(" · ", notices)))
                    .append(".</p>");
        }
    }

    /** The columns that only one of them has. */
    static void writeUnmatched(ComparisonReport report, Appendable out) throws IOException {
        writeUnmatched("Only in the reference", report.onlyInReference(), out);
        writeUnmatched("Only in the current data", report.onlyInCurrent(), out);
    }

    private static void writeUnmatched(String heading, List<String> names, Appendable out) throws IOException {
        if (names.isEmpty()) {
            return;
        }
        out.append("<section class=\"unmatched\"><h2>")
                .append(heading)
                .append(" <small>")
                .append(Figures.count(names.size()))
                .append("</small></h2><ul class=\"chips\">");
        for (String name : names) {
            out.append("<li><bdi>").append(Html.escape(name)).append("</bdi></li>");
        }
        out.append("</ul></section>");
    }
}
