package io.plumbline.measures.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.column.NotKnownException;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.MeasureDefinition.ColumnKind;
import io.plumbline.measures.drift.NotComputable;
import io.plumbline.measures.drift.Score;
import io.plumbline.measures.drift.Threshold;
import io.plumbline.measures.preset.Correction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private final PreparedDataSet reference = new PreparedDataSet("reference.csv");
    private final PreparedDataSet current = new PreparedDataSet("current.csv");

    private ComparisonReport compare(GivenPreset preset, List<Measure> measures) {
        ComparisonPlan plan = new ComparisonPlan(preset, measures, List.of(), Optional.empty(), 2);
        return Comparison.compare(reference, current, plan, Progress.SILENT);
    }

    @Test
    void theFirstMeasureThatCouldBeComputedDecides() {
        reference.with("x", ColumnsOf.numbers(1, 2));
        current.with("x", ColumnsOf.numbers(2, 3));
        Measure unknown = failing(new NotKnownException("the values of a profile are not known"));
        Measure calm = SimpleMeasure.byValue(Threshold.valueAtLeast(10));
        Measure drift = SimpleMeasure.byP(Threshold.pAtMost(3));

        ColumnReport column = compare(GivenPreset.byGap(), List.of(unknown, calm, drift))
                .columns()
                .get(0);

        assertThat(column.results()).extracting(JudgedOutcome::drifted).containsExactly(false, false, true);
        assertThat(((NotComputable) column.results().get(0).outcome()).reason())
                .isEqualTo("the values of a profile are not known");
        assertThat(column.drifted()).isFalse();
    }

    @Test
    void aMeasureWithoutALimitDoesNotJudge() {
        reference.with("x", ColumnsOf.numbers(1, 2));
        current.with("x", ColumnsOf.numbers(20, 30));

        ComparisonReport report = compare(GivenPreset.byGap(), List.of(SimpleMeasure.byValue(Threshold.NONE)));

        assertThat(report.columns().get(0).results().get(0).outcome()).isInstanceOf(Score.class);
        assertThat(report.columns().get(0).drifted()).isFalse();
        assertThat(report.verdict().columns()).isZero();
    }

    @Test
    void correctsPValuesOverTheColumnsOfAMeasure() {
        double[] p = {0.01, 0.04, 0.03, 0.9};
        for (int i = 0; i < p.length; i++) {
            reference.with("x" + i, ColumnsOf.numbers(0, 0));
            current.with("x" + i, ColumnsOf.numbers(p[i], p[i]));
        }
        Measure test = SimpleMeasure.byP(Threshold.pAtMost(0.05));
        GivenPreset corrected = new GivenPreset(List.of(test), List.of(), 0.25, Correction.BENJAMINI_HOCHBERG);

        ComparisonReport report = compare(corrected, List.of());

        assertThat(report.columns())
                .extracting(column -> column.results().get(0).adjustedP())
                .containsExactly(
                        MultipleTests.adjust(p, Correction.BENJAMINI_HOCHBERG)[0],
                        0.04 * (4.0 / 3),
                        0.04 * (4.0 / 3),
                        0.9);
        assertThat(report.columns()).extracting(ColumnReport::drifted).containsExactly(true, false, false, false);
        assertThat(report.verdict().drifted()).isTrue();
        assertThat(report.verdict().method())
                .endsWith(
                        "25 % of the columns judged have; p-values corrected by Benjamini-Hochberg over the columns of each measure");
    }

    @Test
    void thePlansCorrectionGoesBeforeThePresets() {
        reference.with("x", ColumnsOf.numbers(0, 0)).with("y", ColumnsOf.numbers(0, 0));
        current.with("x", ColumnsOf.numbers(0.04, 0.04)).with("y", ColumnsOf.numbers(0.5, 0.5));
        Measure test = SimpleMeasure.byP(Threshold.pAtMost(0.05));
        GivenPreset preset = new GivenPreset(List.of(test), List.of(), 0.5, Correction.BENJAMINI_HOCHBERG);
        ComparisonPlan plan = new ComparisonPlan(preset, List.of(), List.of(), Optional.of(Correction.NONE), 1);

        ComparisonReport report = Comparison.compare(reference, current, plan, Progress.SILENT);

        assertThat(report.columns().get(0).drifted()).isTrue();
        assertThat(report.columns().get(0).results().get(0).adjustedP()).isNaN();
        assertThat(report.verdict().method()).endsWith("no correction for multiple tests");
    }

    private static Measure failing(RuntimeException failure) {
        return new SimpleMeasure(
                SimpleMeasure.definition("unknown@1", Threshold.NONE, ColumnKind.NUMERIC),
                (before, now) -> {
                    throw failure;
                },
                false);
    }
}
