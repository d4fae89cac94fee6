package io.plumbline.measures.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.NotComputable;
import io.plumbline.measures.drift.Outcome;
import io.plumbline.measures.drift.Score;
import io.plumbline.measures.drift.Threshold;
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
    void truthValuesAndTextsAreNotReconciled() {
        reference.with(new TableColumn("x", ColumnType.BOOLEAN), () -> ColumnsOf.truths(3, 2));
        current.with("x", ColumnsOf.texts("True", "maybe"));

        assertThat(reasons(compare().columns().get(0)))
                .containsExactly(
                        "type is boolean in the reference and text in the current data; name one type for both in a schema");
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
        assertThat(report.verdict().method()).startsWith("no column could be judged; ");
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
