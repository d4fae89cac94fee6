package io.plumbline.server.output;

import io.plumbline.measures.column.ColumnData.DistinctCount;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.inspection.InspectedColumn;
import io.plumbline.measures.inspection.QualityReport;
import io.plumbline.measures.quality.ColumnQuality;
import io.plumbline.measures.quality.DuplicateRows;
import io.plumbline.server.output.TextTable.Align;
import io.plumbline.server.output.TextTable.Column;
import io.plumbline.server.report.Figures;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The condition of a data set as text for a terminal: its columns, what is duplicated in it, and what goes together. */
public final class InspectionTable {
    private static final List<Column> COLUMNS = List.of(
            new Column("COLUMN", Align.LEFT, 36),
            new Column("TYPE", Align.LEFT, 9),
            new Column("ROWS", Align.RIGHT, 14),
            new Column("MISSING", Align.RIGHT, 8),
            new Column("DISTINCT", Align.RIGHT, 14),
            new Column("CONSTANCY", Align.LEFT, 15),
            new Column("MIN", Align.RIGHT, 20),
            new Column("MEAN", Align.RIGHT, 20),
            new Column("MAX", Align.RIGHT, 20),
            new Column("MOST FREQUENT", Align.RIGHT, 13),
            new Column("NOTES", Align.LEFT, 72));

    private final QualityReport report;
    private final Emphasis emphasis;

    /** The table of a report. */
    public InspectionTable(QualityReport report, Emphasis emphasis) {
        this.report = report;
        this.emphasis = emphasis;
    }

    /** What was looked at and what is duplicated, in two sentences. */
    public String headline() {
        return size() + ". " + duplicateRows();
    }

    /** Writes it. */
    public void writeTo(Appendable out) throws IOException {
        out.append(emphasis.strong(report.name())).append(", ").append(size()).append("\n\n");
        TextTable table = new TextTable(COLUMNS);
        report.columns().forEach(column -> table.add(style(column.quality()), cells(column)));
        table.writeTo(out, emphasis);
        out.append('\n').append(duplicateRows()).append('\n');
        writeDuplicateColumns(out);
        new CorrelationList(report.dataSet().correlations()).writeTo(out, emphasis);
    }

    private String size() {
        return Counted.text(report.dataSet().rows(), "row", "rows") + ", "
                + Counted.text(report.columns().size(), "column", "columns");
    }

    private UnaryOperator<String> style(ColumnQuality quality) {
        return switch (quality.constancy()) {
            case EMPTY, CONSTANT -> emphasis::alarming;
            case ALMOST_CONSTANT, VARYING ->
                quality.tally().violations() > 0 ? emphasis::alarming : UnaryOperator.identity();
        };
    }

    private static List<String> cells(InspectedColumn inspected) {
        ColumnType type = inspected.column().type();
        ColumnQuality quality = inspected.quality();
        Moments moments = quality.moments();
        return List.of(
                inspected.column().name(),
                type.label(),
                Figures.count(quality.tally().rows()),
                Figures.percent(quality.tally().missingShare()),
                distinct(quality.distinct()),
                label(quality.constancy()),
                value(type, moments.min()),
                value(type, moments.mean()),
                value(type, moments.max()),
                Double.isNaN(quality.mostFrequent()) ? "" : Figures.percent(quality.mostFrequent()),
                Notes.of(quality.tally()));
    }

    private static String distinct(DistinctCount count) {
        return count.value().isEmpty()
                ? "?"
                : (count.exact() ? "" : "~") + Figures.count(count.value().getAsLong());
    }

    private static String label(ColumnQuality.Constancy constancy) {
        return constancy.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Empty where there is none, as for categories. */
    private static String value(ColumnType type, double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return type == ColumnType.TIMESTAMP ? second(value) : Figures.rounded(value);
    }

    private static String second(double microseconds) {
        return Instant.EPOCH
                .plus(Math.round(microseconds), ChronoUnit.MICROS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private String duplicateRows() {
        if (report.dataSet().duplicateRows().isEmpty()) {
            return "Duplicate rows were not counted: there are more than " + Figures.count(DuplicateRows.MOST_CELLS)
                    + " cells.";
        }
        long duplicates = report.dataSet().duplicateRows().getAsLong();
        return duplicates == 0
                ? "No row is a duplicate of an earlier one."
                : Counted.text(duplicates, "row is a duplicate", "rows are duplicates") + " of an earlier one ("
                        + Figures.percent((double) duplicates / report.dataSet().rows()) + ").";
    }

    private void writeDuplicateColumns(Appendable out) throws IOException {
        List<List<String>> groups = report.dataSet().duplicateColumns();
        if (groups.isEmpty()) {
            out.append("No two columns are equal in every row.\n");
        }
        for (List<String> group : groups) {
            out.append("Equal in every row: ")
                    .append(TextTable.printable(String.join(", ", group)))
                    .append(".\n");
        }
    }
}
