package io.plumbline.server.output;

import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.comparison.Verdict;

/** What is to be said of a comparison in one sentence. */
public final class VerdictSentence {
    private VerdictSentence() {}

    /** For example: "3 of 21 columns have drifted (14.3 %); the data set as a whole, judged from 50.0 % on, has not." */
    public static String of(ComparisonReport report) {
        Verdict verdict = report.verdict();
        String columns = Figures.count(verdict.driftedColumns()) + " of "
                + Figures.counted(
                        verdict.columns(), "column has", verdict.driftedColumns() == 1 ? "columns has" : "columns have")
                + " drifted";
        return columns + " (" + Figures.percent(verdict.share()) + "); the data set as a whole, judged from "
                + Figures.percent(verdict.shareLimit()) + " on, " + (verdict.drifted() ? "has drifted." : "has not.");
    }
}
