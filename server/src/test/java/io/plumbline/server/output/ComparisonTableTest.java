package io.plumbline.server.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.server.report.SampleReports;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {

    private static String table(ComparisonReport report, Emphasis emphasis) throws IOException {
        StringBuilder out = new StringBuilder();
        new ComparisonTable(report, emphasis).writeTo(out);
        return out.toString();
    }

    private static List<String> lines(ComparisonReport report) throws IOException {
        return table(report, Emphasis.NONE).lines().toList();
    }

    @Test
    void beginsWithBothSidesAndEndsWithTheVerdictInWords() throws IOException {
        List<String> lines = lines(SampleReports.credit());

        assertThat(lines.get(0))
                .isEqualTo("Reference: german_credit_training.csv, 32,000 rows, 25 columns, 412 duplicate rows");
        assertThat(lines.get(1)).isEqualTo("Current:   credit_2026-08.parquet, 2,210 rows, 25 columns");
        assertThat(lines.get(lines.size() - 2))
                .matches("\\d+ of 24 columns have drifted\\. The data set as a whole .*");
        assertThat(lines.getLast()).startsWith("Rule: ");
        assertThat(lines).contains("Only the reference has the columns ForeignWorker, Telephone.");
    }

    @Test
    void driftedColumnsComeFirst() throws IOException {
        List<String> drift = lines(SampleReports.credit()).stream()
                .filter(line -> line.contains("psi@1"))
                .map(line -> line.contains("  yes ") ? "yes" : "no")
                .toList();

        assertThat(drift).contains("yes", "no").isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void aColumnThatCouldNotBeJudgedSaysWhy() throws IOException {
        assertThat(lines(SampleReports.credit()))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("GuarantorIncome")
                        .contains("?")
                        .endsWith("the reference has no values in this column"));
    }

    @Test
    void notesTellOfNewCategoriesAndValuesOutOfRange() throws IOException {
        String table = table(SampleReports.credit(), Emphasis.NONE);

        assertThat(table).contains("new categories in 37 rows (car_new)").contains("vanished categories (car_new, …)");
        assertThat(table).containsPattern("[0-9]+ rows? above the range");
    }

    @Test
    void longNamesDoNotWidenTheTable() throws IOException {
        assertThat(lines(SampleReports.withLongNames()).stream().filter(line -> line.contains("psi@1")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.length()).isLessThan(220))
                .anySatisfy(line -> assertThat(line).contains("average_monthly_balance_over_the_la…"));
    }

    @Test
    void aThousandColumnsAreAThousandLines() throws IOException {
        assertThat(lines(SampleReports.wide(1000)).stream().filter(line -> line.contains("psi@1")))
                .hasSize(1000);
    }

    @Test
    void escapeSequencesAreWrittenForTerminalsOnly() throws IOException {
        assertThat(table(SampleReports.credit(), Emphasis.NONE)).doesNotContain("\u001b");
        assertThat(table(SampleReports.credit(), Emphasis.ANSI)).contains("\u001b[1;31m");
    }

    @Test
    void controlCharactersOfNamesAreNotPassedOn() throws IOException {
        TextTable table = new TextTable(List.of(new TextTable.Column("NAME", TextTable.Align.LEFT, 20)));
        table.add(line -> line, List.of("a\u001b[2Jb\nc"));
        StringBuilder out = new StringBuilder();

        table.writeTo(out, Emphasis.NONE);

        assertThat(out.toString()).isEqualTo("NAME\na\uFFFD[2Jb\uFFFDc\n");
    }

    @Test
    void nothingInCommonIsSaidInWords() throws IOException {
        assertThat(table(SampleReports.withoutColumns(), Emphasis.NONE)).contains("There is nothing to compare.");
    }
}
