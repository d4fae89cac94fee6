package io.plumbline.server.report;

import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.comparison.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What came of a comparison, in sentences. */
public final class Summary {
    private final ComparisonReport report;
    private final Verdict verdict;

    /** Of this report. */
    public Summary(ComparisonReport report) {
        this.report = report;
        this.verdict = report.verdict();
    }

    String title() {
        return "Drift of " + report.current().name() + " against "
                + report.reference().name();
    }

    /** How many columns have drifted. */
    public String headline() {
        int drifted = verdict.driftedColumns();
        int columns = verdict.columns();
        if (columns == 0) {
            return report.columns().isEmpty() ? "There is nothing to compare" : "No column could be judged";
        }
        if (columns == 1) {
            return drifted == 1 ? "The column has drifted" : "The column has not drifted";
        }
        if (drifted == 0) {
            return "None of " + Figures.count(columns) + " columns has drifted";
        }
        if (drifted == columns) {
            return "All " + Figures.count(columns) + " columns have drifted";
        }
        return Figures.count(drifted) + " of " + Figures.count(columns) + " columns "
                + (drifted == 1 ? "has drifted" : "have drifted");
    }

    /** What that means for the data set. */
    public String conclusion() {
        if (verdict.columns() == 0) {
            return report.columns().isEmpty()
                    ? "The two data sets have no column in common."
                    : "No measure could be computed, so nothing is known of drift. The reasons stand with each column.";
        }
        return "The data set as a whole " + (verdict.drifted() ? "has drifted: " : "has not drifted: ")
                + Figures.percent(verdict.share()) + " of its columns have, and the limit is "
                + Figures.percent(verdict.shareLimit()) + ".";
    }

    /** By which rule. */
    public String method() {
        return "Rule: " + verdict.method() + ". Measures chosen by " + report.preset() + ".";
    }

    /** What a reader must know besides. */
    List<String> notices() {
        List<String> notices = new ArrayList<>();
        int unjudged = report.columns().size() - verdict.columns();
        if (unjudged > 0 && verdict.columns() > 0) {
            notices.add(columns(unjudged) + " could not be judged");
        }
        if (!report.onlyInReference().isEmpty()) {
            notices.add(columns(report.onlyInReference().size()) + " only in the reference");
        }
        if (!report.onlyInCurrent().isEmpty()) {
            notices.add(columns(report.onlyInCurrent().size()) + " only in the current data");
        }
        return notices;
    }

    private static String columns(int count) {
        return Figures.count(count) + (count == 1 ? " column" : " columns");
    }
}
