package io.plumbline.server.report;

import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.comparison.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
            return withoutJudgement();
        }
        return "The data set as a whole " + (verdict.drifted() ? "has drifted: " : "has not drifted: ")
                + Figures.percent(verdict.share()) + " of its columns have, and the limit is "
                + Figures.percent(verdict.shareLimit()) + ".";
    }

    private String withoutJudgement() {
        if (report.columns().isEmpty()) {
            return "The two data sets have no column in common.";
        }
        String limitless = limitless();
        return limitless.isEmpty()
                ? "No measure could be computed, so nothing is known of drift. The reasons stand with each column."
                : limitless + " only measured, because no limit is stated for it: how much is too much is left to you. "
                        + "For a verdict take a measure with a limit, such as psi@1, or a profile with limits, such as "
                        + "plumbline-1 or evidently-0.7.";
    }

    /** The deciding measures, in words; none of them states a limit where no column is judged. */
    private String limitless() {
        return report.columns().stream()
                .map(RankedColumn::of)
                .flatMap(column -> column.deciding().stream())
                .map(deciding -> deciding.score().definition().id().toString())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** How many columns could not be judged where others could, as a sentence without its full stop; empty where there is none. */
    public Optional<String> unjudged() {
        int unjudged = report.columns().size() - verdict.columns();
        return unjudged > 0 && verdict.columns() > 0
                ? Optional.of(columns(unjudged) + " could not be judged")
                : Optional.empty();
    }

    /** By which rule. */
    public String method() {
        return "Rule: " + verdict.method() + ". Measures chosen by " + report.preset() + ".";
    }

    /** What a reader must know besides. */
    List<String> notices() {
        List<String> notices = new ArrayList<>();
        unjudged().ifPresent(notices::add);
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
