package io.plumbline.server.report;

import io.plumbline.measures.comparison.ComparisonReport;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A comparison as one HTML file: the verdict in words, a table of the columns with the worst first, and for each column both
 * distributions and every number. The file loads nothing, and its content security policy forbids it to; style and script are
 * admitted by their hashes alone. Without a script the verdict and the table can be read all the same.
 */
public final class HtmlReport {
    private static final Template TEMPLATE = Template.named("report.html");
    private static final String STYLE = Template.resource("report.css");
    private static final String SCRIPT = Template.resource("report.js");

    /** From here on rows out of sight are neither laid out nor drawn. */
    private static final int MANY = 200;

    private HtmlReport() {}

    /**
     * Writes the report. The same report always gives the same text.
     *
     * @throws IOException where {@code out} does
     */
    public static void write(ComparisonReport report, Appendable out) throws IOException {
        List<RankedColumn> columns = RankedColumn.bySeverity(report.columns());
        TEMPLATE.write(parts(report, columns), out);
    }

    private static Map<String, Template.Part> parts(ComparisonReport report, List<RankedColumn> columns) {
        Summary summary = new Summary(report);
        return Map.ofEntries(
                Map.entry("policy", out -> out.append(policy())),
                Map.entry("style", out -> out.append(STYLE)),
                Map.entry("script", out -> out.append(SCRIPT)),
                Map.entry("title", out -> out.append(Html.escape(summary.title()))),
                Map.entry("plumb", out -> out.append(PlumbLine.drawing(report.verdict()))),
                Map.entry("headline", out -> out.append(Html.escape(summary.headline()))),
                Map.entry("conclusion", out -> out.append(Html.escape(summary.conclusion()))),
                Map.entry("method", out -> out.append(Html.escape(summary.method()))),
                Map.entry("reference", out -> Sides.write(report.reference(), out)),
                Map.entry("current", out -> Sides.write(report.current(), out)),
                Map.entry("notices", out -> Sides.writeNotices(summary.notices(), out)),
                Map.entry("size", out -> out.append(size(columns.size()))),
                Map.entry("rows", out -> ColumnRows.write(columns, out)),
                Map.entry("unmatched", out -> Sides.writeUnmatched(report, out)),
                Map.entry("data", out -> EmbeddedData.write(columns, out)));
    }

    private static String size(int columns) {
        return columns == 0 ? "no" : columns > MANY ? "many" : "few";
    }

    private static String policy() {
        return "default-src 'none'; style-src " + Html.hash(STYLE) + "; script-src " + Html.hash(SCRIPT)
                + "; base-uri 'none'; form-action 'none'";
    }
}
