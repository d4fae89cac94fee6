package io.plumbline.server.output;

import io.plumbline.measures.comparison.ColumnReport;
import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.comparison.DataSetSummary;
import io.plumbline.measures.comparison.JudgedOutcome;
import io.plumbline.measures.drift.NotComputable;
import io.plumbline.server.output.TextTable.Align;
import io.plumbline.server.output.TextTable.Column;
import io.plumbline.server.report.Figures;
import io.plumbline.server.report.RankedColumn;
import io.plumbline.server.report.RankedColumn.Deciding;
import io.plumbline.server.report.Summary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A comparison as text for a terminal: the columns, the worst first, and the verdict in words. */
public final class ComparisonTable {
    private static final List<Column> COLUMNS = List.of(
            new Column("COLUMN", Align.LEFT, 36),
            new Column("TYPE", Align.LEFT, 9),
            new Column("MEASURE", Align.LEFT, 26),
            new Column("VALUE", Align.RIGHT, 12),
            new Column("P", Align.RIGHT, 8),
            new Column("DRIFT", Align.LEFT, 5),
            new Column("MISSING", Align.RIGHT, 8),
            new Column("BEFORE", Align.RIGHT, 8),
            new Column("NOTES", Align.LEFT, 72));

    private static final double LEAST_P = 0.001;
    private static final int NAMED = 10;

    private final ComparisonReport report;
    private final Emphasis emphasis;

    /** The table of a report. */
    public ComparisonTable(ComparisonReport report, Emphasis emphasis) {
        this.report = report;
        this.emphasis = emphasis;
    }

    /** Writes it. */
    public void writeTo(Appendable out) throws IOException {
        describe("Reference", report.reference(), out);
        describe("Current", report.current(), out);
        out.append('\n');
        TextTable table = new TextTable(COLUMNS);
        RankedColumn.bySeverity(report.columns()).forEach(column -> table.add(style(column.report()), cells(column)));
        table.writeTo(out, emphasis);
        out.append('\n');
        writeUnshared("reference", report.onlyInReference(), out);
        writeUnshared("current data", report.onlyInCurrent(), out);
        writeVerdict(out);
    }

    private void describe(String side, DataSetSummary summary, Appendable out) throws IOException {
        out.append(String.format("%-11s", side + ":"))
                .append(emphasis.strong(summary.name()))
                .append(", ")
                .append(Counted.text(summary.rows(), "row", "rows"))
                .append(", ")
                .append(Counted.text(summary.columns(), "column", "columns"));
        if (summary.duplicateRows().orElse(0) > 0) {
            out.append(", ")
                    .append(Counted.text(summary.duplicateRows().orElseThrow(), "duplicate row", "duplicate rows"));
        }
        out.append('\n');
    }

    private UnaryOperator<String> style(ColumnReport column) {
        return column.drifted() ? emphasis::alarming : UnaryOperator.identity();
    }

    private static List<String> cells(RankedColumn column) {
        return column.deciding()
                .map(deciding -> cells(column.report(), deciding))
                .orElseGet(() -> cells(column.report(), List.of("", "", "", "?"), reason(column.report())));
    }

    private static List<String> cells(ColumnReport column, Deciding deciding) {
        List<String> judgement = List.of(
                deciding.score().definition().id().toString(),
                Figures.rounded(deciding.score().value()),
                p(deciding.p()),
                deciding.isJudged() ? column.drifted() ? "yes" : "no" : "–");
        return cells(column, judgement, Notes.of(column));
    }

    /** Empty where there is none. */
    private static String p(double p) {
        return Double.isNaN(p) ? "" : p < LEAST_P ? "<" + LEAST_P : Figures.rounded(p);
    }

    private static List<String> cells(ColumnReport column, List<String> judgement, String notes) {
        List<String> cells =
                new ArrayList<>(List.of(column.name(), column.type().label()));
        cells.addAll(judgement);
        cells.add(Figures.percent(column.current().tally().missingShare()));
        cells.add(Figures.percent(column.reference().tally().missingShare()));
        cells.add(notes);
        return cells;
    }

    private static String reason(ColumnReport column) {
        return column.results().stream()
                .map(JudgedOutcome::outcome)
                .filter(NotComputable.class::isInstance)
                .map(outcome -> ((NotComputable) outcome).reason())
                .findFirst()
                .orElse("no measure is made for it");
    }

    private static void writeUnshared(String side, List<String> names, Appendable out) throws IOException {
        if (names.isEmpty()) {
            return;
        }
        out.append("Only the ").append(side).append(names.size() == 1 ? " has the column " : " has the columns ");
        out.append(Counted.names(names, NAMED)).append(".\n");
    }

    private void writeVerdict(Appendable out) throws IOException {
        Summary summary = new Summary(report);
        Optional<String> unjudged = summary.unjudged();
        if (unjudged.isPresent()) {
            out.append(unjudged.get()).append(".\n");
        }
        String verdict = summary.headline() + ". " + summary.conclusion();
        out.append(report.verdict().drifted() ? emphasis.alarming(verdict) : emphasis.strong(verdict))
                .append('\n');
        out.append(emphasis.faint(summary.method())).append('\n');
    }
}
