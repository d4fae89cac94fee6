package io.plumbline.measures.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.NotKnownException;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.MeasureDefinition.ColumnKind;
import io.plumbline.measures.drift.NotComputable;
import io.plumbline.measures.drift.Outcome;
import io.plumbline.measures.drift.Score;
import io.plumbline.measures.drift.Threshold;
import io.plumbline.measures.preset.Correction;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.TableColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final PreparedDataSet reference = new PreparedDataSet("reference.csv");
    private final PreparedDataSet current = new PreparedDataSet("current.csv");

    private ComparisonReport compare(String... columns) {
        return compare(GivenPreset.byGap(), List.of(), columns);
    }

    private ComparisonReport compare(GivenPreset preset, List<Measure> measures, String... columns) {
        ComparisonPlan plan = new ComparisonPlan(preset, measures, List.of(columns), Optional.empty(), 2);
        return Comparison.compare(reference, current, plan, Progress.SILENT);
    }

    private static List<String> names(ComparisonReport report) {
        return report.columns().stream().map(ColumnReport::name).toList();
    }

    private static List<String> reasons(ColumnReport column) {
        return column.results().stream()
                .map(result -> ((NotComputable) result.outcome()).reason())
                .toList();
    }

    @Test
    void comparesColumnsInCommonInTheOrderOfTheReference() {
        reference
                .with("b", ColumnsOf.numbers(1, 2, 3))
                .with("gone", ColumnsOf.numbers(1, 2, 3))
                .with("a", ColumnsOf.texts("a", "a", "b"));
        current.with("a", ColumnsOf.texts("a", "a", "b"))
                .with("new", ColumnsOf.numbers(0, 0, 0))
                .with("b", ColumnsOf.numbers(2, 3, 4));

        ComparisonReport report = compare();

        assertThat(names(report)).containsExactly("b", "a");
        assertThat(report.columns()).extracting(ColumnReport::drifted).containsExactly(true, false);
        assertThat(report.onlyInReference()).containsExactly("gone");
        assertThat(report.onlyInCurrent()).containsExactly("new");
        assertThat(report.preset()).isEqualTo("given");
        assertThat(report.reference().columns()).isEqualTo(3);
        assertThat(report.verdict().columns()).isEqualTo(2);
        assertThat(report.verdict().driftedColumns()).isEqualTo(1);
        assertThat(report.verdict().drifted()).isTrue();
        assertThat(report.verdict().method())
                .isEqualTo("a column has drifted when its first computable measure crosses its threshold"
                        + " (mean_gap@1: value >= 0.1, share_gap@1: value >= 0.1); the data set when at least 50 % of the"
                        + " columns judged have; no correction for multiple tests");
    }

    @Test
    void leavesOutRolesThatAreNotComparedUnlessAskedFor() {
        reference.with("row", ColumnRole.ID, ColumnsOf.numbers(1, 2)).with("x", ColumnsOf.numbers(1, 2));
        current.with("row", ColumnsOf.numbers(3, 4)).with("x", ColumnsOf.numbers(1, 2));

        assertThat(names(compare())).containsExactly("x");
        assertThat(names(compare("x", "row"))).containsExactly("row", "x");
        assertThat(compare().onlyInReference()).isEmpty();
    }

    @Test
    void comparesWholeNumbersWithNumbersAsNumbers() {
        reference.with("x", ColumnsOf.numeric(ColumnType.INTEGER, 1, 2, 3));
        current.with("x", ColumnsOf.numbers(1, 2, 3.5));

        ColumnReport column = compare().columns().get(0);

        assertThat(column.type()).isEqualTo(ColumnType.NUMBER);
        assertThat(column.drifted()).isTrue();
        assertThat(column.change().aboveRange()).isEqualTo(1);
    }

    @Test
    void namesBothTypesWhereTheyCannotBeReconciled() {
        reference.with("x", ColumnsOf.numbers(1, 2, 3)).with("y", ColumnsOf.numbers(1, 2, 3));
        current.with("x", ColumnsOf.texts("1", "two", "3")).with("y", ColumnsOf.numbers(1, 2, 3));

        ComparisonReport report = compare();

        assertThat(reasons(report.columns().get(0)))
                .containsExactly(
                        "type is number in the reference and text in the current data; name one type for both in a schema");
        assertThat(report.columns().get(0).picture()).isEqualTo(Picture.EMPTY);
        assertThat(report.verdict().columns()).isEqualTo(1);
        assertThat(report.verdict().drifted()).isFalse();
    }

    @Test
    void saysWhichSideHasNoValues() {
        double none = Double.NaN;
        reference
                .with("x", ColumnsOf.numbers(none, none))
                .with("y", ColumnsOf.numbers(1, 2))
                .with("z", ColumnsOf.numbers(none, none));
        current.with("x", ColumnsOf.numbers(1, 2))
                .with("y", ColumnsOf.counted(Map.of(), 0, 2))
                .with("z", ColumnsOf.numbers(none, none));

        ComparisonReport report = compare();

        assertThat(report.columns().stream().map(ComparisonTest::reasons))
                .containsExactly(
                        List.of("no values in the reference"),
                        List.of("no values in current data"),
                        List.of("no values in either data set"));
        assertThat(report.verdict().columns()).isZero();
        assertThat(report.verdict().share()).isZero();
        assertThat(report.verdict().drifted()).isFalse();
        assertThat(report.columns().get(1).change().missingShareIncrease()).isEqualTo(1);
    }

    @Test
    void takesTheMeasuresAskedForWhereTheyAreMadeForTheColumn() {
        reference.with("x", ColumnsOf.numbers(1, 2)).with("t", ColumnsOf.texts("a", "b"));
        current.with("x", ColumnsOf.numbers(1, 2)).with("t", ColumnsOf.texts("b", "b"));
        Measure gap = SimpleMeasure.byValue(Threshold.valueAbove(0.5));

        ComparisonReport both = compare(GivenPreset.byGap(), List.of(gap, SimpleMeasure.ofCategories(), gap));
        assertThat(both.columns().get(0).results()).hasSize(1);
        assertThat(both.columns().get(1).drifted()).isTrue();

        ComparisonReport numeric = compare(GivenPreset.byGap(), List.of(gap));
        assertThat(reasons(numeric.columns().get(1))).containsExactly("not made for text columns");
        assertThat(numeric.verdict().columns()).isEqualTo(1);
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

    private static Measure failing(RuntimeException failure) {
        return new SimpleMeasure(
                SimpleMeasure.definition("unknown@1", Threshold.NONE, ColumnKind.NUMERIC),
                (before, now) -> {
                    throw failure;
                },
                false);
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

    @Test
    void anEqualColumnHasNotDrifted() {
        reference.with("x", ColumnsOf.numbers(1, 2, 3)).with("t", ColumnsOf.texts("a", "b", "c"));

        ComparisonPlan plan = new ComparisonPlan(GivenPreset.byGap(), List.of(), List.of(), Optional.empty(), 2);
        ComparisonReport report = Comparison.compare(reference, reference, plan, Progress.SILENT);

        assertThat(report.verdict().driftedColumns()).isZero();
        assertThat(report.verdict().drifted()).isFalse();
        assertThat(report.columns()).allSatisfy(column -> {
            Outcome outcome = column.results().get(0).outcome();
            assertThat(((Score) outcome).value()).isZero();
            assertThat(column.picture().reference()).isEqualTo(column.picture().current());
        });
    }

    @Test
    void readsEachColumnAsItsOwnSideHasIt() {
        TableColumn whole = new TableColumn("x", ColumnType.INTEGER, ColumnRole.TARGET);
        reference.with(whole, () -> ColumnsOf.numeric(ColumnType.INTEGER, 1, 2));
        current.with("x", ColumnsOf.numbers(1, 2));

        assertThat(compare().columns().get(0).role()).isEqualTo(ColumnRole.TARGET);
    }
}
