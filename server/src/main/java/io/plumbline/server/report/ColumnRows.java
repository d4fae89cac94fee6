package io.plumbline.server.report;

import io.plumbline.measures.column.Tally;
import io.plumbline.measures.comparison.ColumnReport;
import io.plumbline.measures.drift.MeasureDefinition;
import io.plumbline.measures.drift.NotComputable;
import io.plumbline.measures.quality.ColumnChange;
import io.plumbline.measures.table.ColumnRole;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of the table of columns. Each column is a row group of its own, so that its detail can be put below its row. */
final class ColumnRows {
    private ColumnRows() {}

    static void write(List<RankedColumn> columns, Appendable out) throws IOException {
        for (RankedColumn column : columns) {
            out.append(row(column));
        }
    }

    private static String row(RankedColumn column) {
        ColumnReport report = column.report();
        return "<tbody role=\"rowgroup\" class=\"column" + (report.drifted() ? " drifted" : "") + "\"><tr role=\"row\">"
                + heading(report)
                + cell("picture", "")
                + cell("verdict", "<span>" + verdict(column) + "</span>")
                + column.deciding().map(ColumnRows::score).orElseGet(() -> reason(report))
                + cell("missing", missing(report))
                + cell("unexpected", unexpected(report))
                + "</tr></tbody>\n";
    }

    private static String heading(ColumnReport report) {
        String name = Html.escape(report.name());
        String role =
                report.role() == ColumnRole.FEATURE ? "" : " · " + report.role().label();
        return "<th role=\"rowheader\" scope=\"row\"><button type=\"button\" aria-expanded=\"false\" title=\"" + name
                + "\"><bdi>" + (name.isBlank() ? "(no name)" : name) + "</bdi></button>"
                + small(report.type().label() + role) + "</th>";
    }

    private static String verdict(RankedColumn column) {
        if (column.report().drifted()) {
            return "Drifted";
        }
        if (column.deciding().isEmpty()) {
            return "Not measured";
        }
        return column.deciding().get().isJudged() ? "No drift" : "No limit";
    }

    private static String score(RankedColumn.Deciding deciding) {
        MeasureDefinition definition = deciding.score().definition();
        String limit = (deciding.isAdjusted() ? "adjusted " : "") + ThresholdText.of(deciding.threshold());
        String symbol = deciding.threshold().isOnP() ? "p " : "";
        return cell(
                        "measure",
                        Html.escape(definition.title())
                                + small(Html.escape(definition.id().toString())))
                + cell("score", symbol + number(deciding.held()) + small(Html.escape(limit)));
    }

    private static String reason(ColumnReport report) {
        String reason = report.results().stream()
                .flatMap(result ->
                        result.outcome() instanceof NotComputable none ? Stream.of(none.reason()) : Stream.of())
                .findFirst()
                .orElse("no measure is made for this column");
        return cell("measure", small(Html.escape(reason))) + cell("score", "–");
    }

    private static String missing(ColumnReport report) {
        String reference = percent(report.reference().tally().missingShare());
        String current = percent(report.current().tally().missingShare());
        return reference.equals(current) ? reference : reference + " → " + current;
    }

    /** Rows of the current data that are unlike anything in the reference. */
    private static String unexpected(ColumnReport report) {
        Tally tally = report.current().tally();
        ColumnChange change = report.change();
        List<Kind> kinds = Stream.of(
                        new Kind("new category", change.newCategoryRows()),
                        new Kind("out of range", change.belowRange() + change.aboveRange()),
                        new Kind("wrong type", tally.violations()),
                        new Kind("infinite", tally.infinities()))
                .filter(kind -> kind.rows > 0)
                .sorted(Comparator.comparingLong(Kind::rows).reversed())
                .toList();
        if (kinds.isEmpty()) {
            return "0";
        }
        long rows = kinds.stream().mapToLong(Kind::rows).sum();
        String all = kinds.stream().map(Kind::toString).collect(Collectors.joining(", "));
        return "<span title=\"" + all + "\">" + percent((double) rows / tally.rows())
                + small((kinds.size() > 1 ? "mostly " : "") + kinds.getFirst().name) + "</span>";
    }

    private record Kind(String name, long rows) {
        @Override
        public String toString() {
            return Figures.count(rows) + " " + name;
        }
    }

    private static String percent(double share) {
        return Html.escape(Figures.percent(share));
    }

    private static String cell(String name, String content) {
        return "<td role=\"cell\" class=\"" + name + "\">" + content + "</td>";
    }

    private static String number(double value) {
        return "<span title=\"" + value + "\">" + Html.escape(Figures.rounded(value)) + "</span>";
    }

    private static String small(String content) {
        return "<small>" + content + "</small>";
    }
}
