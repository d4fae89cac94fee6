package io.plumbline.server.report;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.comparison.ColumnReport;
import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.comparison.DataSetSummary;
import io.plumbline.measures.comparison.Verdict;
import io.plumbline.measures.table.ColumnRole;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Reports as a comparison would give them. */
public final class SampleReports {
    public static final String HOSTILE = "</script><!--<img src=x onerror=alert(1)>\"'&";

    private SampleReports() {}

    /** Credit data with some drift of every kind. */
    public static ComparisonReport credit() {
        List<ColumnReport> columns = new ArrayList<>(List.of(
                SampleColumn.numeric("LoanAmount", ColumnType.INTEGER, 3_480, 1_100, 1.1, 1),
                SampleColumn.numeric("Age", ColumnType.INTEGER, 36, 9, 0.35, 2),
                SampleColumn.numeric("LoanDuration", ColumnType.INTEGER, 21, 6, 0, 3),
                SampleColumn.numeric("ProbabilityOfDefault", ColumnType.NUMBER, 0.21, 0.05, 0.6, 4),
                SampleColumn.numeric("LastPaymentAt", ColumnType.TIMESTAMP, 1.75e15, 2e12, 0.2, 5),
                SampleColumn.numeric("InstallmentPercent", ColumnType.NUMBER, 2.98, 0.7, 0, 6),
                SampleColumn.categories(
                        "CheckingStatus",
                        ColumnRole.FEATURE,
                        List.of("0_to_200", "less_0", "greater_200", "no_checking"),
                        0,
                        7),
                SampleColumn.categories(
                        "LoanPurpose",
                        ColumnRole.FEATURE,
                        List.of("car_new", "car_used", "furniture", "radio_tv", "repairs", "education", "crypto"),
                        0.4,
                        8),
                SampleColumn.categories("Risk", ColumnRole.TARGET, List.of("No Risk", "Risk"), 0.15, 9),
                SampleColumn.categories("Sex", ColumnRole.FEATURE, List.of("female", "male"), 0, 10),
                SampleColumn.empty("GuarantorIncome")));
        IntStream.range(0, 14)
                .mapToObj(i -> SampleColumn.numeric(
                        "BureauScore_" + (i + 1), ColumnType.NUMBER, 600, 40, i % 5 == 4 ? 0.45 : 0, 20 + i))
                .forEach(columns::add);
        return of(columns, List.of("ForeignWorker", "Telephone"), List.of("DeviceType"));
    }

    /** As many columns as asked for, of which one in seven has drifted. */
    public static ComparisonReport wide(int columns) {
        return of(
                IntStream.range(0, columns)
                        .mapToObj(i -> i % 3 == 2
                                ? SampleColumn.categories(
                                        "category_" + i,
                                        ColumnRole.FEATURE,
                                        List.of("a", "b", "c", "d", "other"),
                                        i % 7 == 0 ? 0.5 : 0,
                                        i)
                                : SampleColumn.numeric(
                                        "feature_" + i, ColumnType.NUMBER, i, 1, i % 7 == 0 ? 0.2 + i * 1e-4 : 0, i))
                        .toList(),
                List.of(),
                List.of());
    }

    /** Names and categories that try to break out of where they are written. */
    public static ComparisonReport hostile() {
        return of(
                List.of(
                        SampleColumn.categories(HOSTILE, ColumnRole.FEATURE, List.of("fine", HOSTILE), 0.5, 1),
                        SampleColumn.empty("</style>{{data}}${0}<b>bold</b>"),
                        SampleColumn.numeric("javascript:alert(1)", ColumnType.NUMBER, 0, 1, 1, 2)),
                List.of(HOSTILE),
                List.of(HOSTILE));
    }

    public static ComparisonReport withoutDrift() {
        return of(
                IntStream.range(0, 8)
                        .mapToObj(i -> SampleColumn.numeric("steady_" + i, ColumnType.NUMBER, 5, 1, 0, i))
                        .toList(),
                List.of(),
                List.of());
    }

    public static ComparisonReport withoutScores() {
        return of(List.of(SampleColumn.empty("first"), SampleColumn.empty("second")), List.of(), List.of());
    }

    public static ComparisonReport withoutColumns() {
        return of(List.of(), List.of("only_here"), List.of("only_there"));
    }

    public static ComparisonReport withOneColumn() {
        return of(List.of(SampleColumn.numeric("alone", ColumnType.NUMBER, 1e-6, 1e-7, 2, 1)), List.of(), List.of());
    }

    public static ComparisonReport withLongNames() {
        String name = "average_monthly_balance_over_the_last_twelve_months_of_all_accounts_";
        List<String> labels =
                List.of("short", "a category whose text is a whole sentence that goes on and on. ".repeat(6));
        ComparisonReport report = of(
                List.of(
                        SampleColumn.numeric(name.repeat(5), ColumnType.NUMBER, 12_345.678, 1_000, 1, 1),
                        SampleColumn.categories("words with spaces ".repeat(12), ColumnRole.SCORE, labels, 0.3, 2),
                        SampleColumn.categories("", ColumnRole.FEATURE, List.of("", "x"), 0, 3)),
                List.of(name.repeat(6)),
                List.of());
        return new ComparisonReport(
                named("/data/monitoring/" + name + ".csv", report.reference()),
                named("/data/monitoring/" + name + "later.csv", report.current()),
                report.preset(),
                report.columns(),
                report.onlyInReference(),
                report.onlyInCurrent(),
                report.verdict());
    }

    private static DataSetSummary named(String name, DataSetSummary side) {
        return new DataSetSummary(name, side.rows(), side.columns(), side.duplicateRows());
    }

    public static ComparisonReport of(
            List<ColumnReport> columns, List<String> onlyInReference, List<String> onlyInCurrent) {
        int judged = (int) columns.stream()
                .filter(column -> !column.picture().reference().isEmpty())
                .count();
        int drifted = (int) columns.stream().filter(ColumnReport::drifted).count();
        return new ComparisonReport(
                new DataSetSummary("german_credit_training.csv", 32_000, columns.size(), OptionalLong.of(412)),
                new DataSetSummary("credit_2026-08.parquet", 2_210, columns.size(), OptionalLong.empty()),
                "plumbline-1",
                columns,
                onlyInReference,
                onlyInCurrent,
                new Verdict(
                        judged,
                        drifted,
                        0.5,
                        judged > 0 && 2 * drifted >= judged,
                        "share of drifted columns >= 0.5; p-values corrected by Benjamini-Hochberg"));
    }
}
