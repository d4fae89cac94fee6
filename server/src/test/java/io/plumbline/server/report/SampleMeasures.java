package io.plumbline.server.report;

import io.plumbline.measures.comparison.JudgedOutcome;
import io.plumbline.measures.drift.MeasureDefinition;
import io.plumbline.measures.drift.MeasureDefinition.ColumnKind;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Input;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import io.plumbline.measures.drift.MeasureId;
import io.plumbline.measures.drift.NotComputable;
import io.plumbline.measures.drift.Score;
import io.plumbline.measures.drift.Threshold;
import java.util.EnumSet;
import java.util.List;

/** Definitions and scores for reports in tests. */
final class SampleMeasures {
    static final MeasureDefinition PSI = definition(
            "psi@1", "Population stability index", "Σ (c-r)·ln(c/r)", Range.NON_NEGATIVE, Threshold.valueAtLeast(0.1));
    static final MeasureDefinition KS = definition(
            "ks@1",
            "Kolmogorov-Smirnov test",
            "max |F_r(x) - F_c(x)|",
            Range.UNIT,
            Threshold.pAtMostWithEffect(0.05, 0.1));
    static final MeasureDefinition OVERLAP =
            definition("overlap@1", "Overlap coefficient", "Σ min(r, c)", Range.UNIT, Threshold.valueBelow(0.8));

    private SampleMeasures() {}

    static MeasureDefinition definition(String id, String title, String formula, Range range, Threshold threshold) {
        return new MeasureDefinition(
                MeasureId.of(id),
                title,
                formula,
                range,
                Direction.UP,
                threshold,
                EnumSet.allOf(ColumnKind.class),
                Input.COUNTS,
                "Siddiqi, Credit Risk Scorecards, 2006");
    }

    /** An exact index that decides, a test with a corrected p-value, and an overlap that could not be computed. */
    static List<JudgedOutcome> judge(double psi, double p, double adjustedP, double effect, long count) {
        Score index = Score.exact(PSI, psi, count, count)
                .with("bins", 10)
                .with("binning", "quantiles of the reference")
                .with("smoothing", 1e-4)
                .with("edges", List.of(0.1, 0.2, 0.30000000000000004, 0.4));
        Score test = Score.exact(KS, effect / 3, count, count)
                .withP(p)
                .withEffect(effect)
                .within(new Score.Interval(effect / 4, effect / 2));
        return List.of(
                new JudgedOutcome(index, Double.NaN, index.isDrift()),
                new JudgedOutcome(test, adjustedP, KS.threshold().isDrift(test.value(), adjustedP, effect)),
                new JudgedOutcome(new NotComputable(OVERLAP, "only profiles are known"), Double.NaN, false));
    }

    static NotComputable notComputable(String reason) {
        return new NotComputable(PSI, reason);
    }

    /** One exact score, judged by its own threshold. */
    static JudgedOutcome judged(Threshold threshold, double value, double p, double effect) {
        Score score = Score.exact(definition("t@1", "t test", "t", Range.REAL, threshold), value, 10, 10)
                .withP(p)
                .withEffect(effect);
        return new JudgedOutcome(score, Double.NaN, score.isDrift());
    }
}
