package io.plumbline.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.server.demo.CreditColumns.CreditColumn;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CreditDemoTest {
    private static final String[] FIRST_ROWS = {
        "A1000000,2025-02-23T06:52:39Z,30,male,capital,single,secondary,employed,0.6,26472.89,3,rent,16136.32,"
                + "false,false,true,682,5,0.2600,0,,debt_consolidation,8250.00,36,5.74,249.44,0.1131,0.049140,grant,false",
        "A1000001,2025-06-06T15:44:35Z,41,male,west,married,bachelor,self_employed,9.0,47609.07,0,rent,637.53,"
                + "false,false,false,628,3,0.2044,0,,furniture,1200.00,24,6.46,53.03,0.0134,0.071536,grant,false"
    };
    private static List<String[]> training = List.of();
    private static List<String[]> later = List.of();

    private static String csv(CreditDemo demo) throws IOException {
        StringWriter out = new StringWriter();
        demo.writeCsv(out);
        return out.toString();
    }

    private static List<String[]> rows(CreditDemo demo) throws IOException {
        return csv(demo).lines().skip(1).map(line -> line.split(",", -1)).toList();
    }

    @BeforeAll
    static void generate() throws IOException {
        training = rows(CreditDemo.training(20_000));
        later = rows(CreditDemo.laterMonth(5_000));
    }

    private static List<String> values(List<String[]> rows, String column) {
        List<String> names =
                CreditColumns.ALL.stream().map(found -> found.column().name()).toList();
        int index = names.indexOf(column);
        assertThat(index).as(column).isNotNegative();
        return rows.stream().map(row -> row[index]).toList();
    }

    private static double[] numbers(List<String[]> rows, String column) {
        return values(rows, column).stream()
                .filter(text -> !text.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double mean(List<String[]> rows, String column) {
        return Arrays.stream(numbers(rows, column)).average().orElseThrow();
    }

    private static double share(List<String[]> rows, String column, String value) {
        return (double) values(rows, column).stream().filter(value::equals).count() / rows.size();
    }

    @Test
    void isTheSameEachTime() throws IOException {
        assertThat(csv(CreditDemo.training(3_000))).isEqualTo(csv(CreditDemo.training(3_000)));
        assertThat(csv(CreditDemo.laterMonth(300))).isEqualTo(csv(CreditDemo.laterMonth(300)));
    }

    @Test
    void staysTheSameFromVersionToVersion() throws IOException {
        assertThat(csv(CreditDemo.training(2)).lines().skip(1)).containsExactly(FIRST_ROWS);
    }

    @Test
    void hasMoreThanTwentyColumnsOfEveryType() {
        Set<ColumnType> types =
                CreditColumns.ALL.stream().map(column -> column.column().type()).collect(Collectors.toSet());

        assertThat(CreditColumns.ALL).hasSizeGreaterThan(20);
        assertThat(types).containsExactlyInAnyOrder(ColumnType.values());
        assertThat(training).hasSize(20_000).allMatch(row -> row.length == CreditColumns.ALL.size());
        assertThat(later).hasSize(5_000);
    }

    @Test
    void interestIsHigherByWhatWasPlanted() {
        assertThat(mean(later, "interest_rate") - mean(training, "interest_rate"))
                .isCloseTo(1.75, within(0.1));
    }

    @Test
    void moreOfTheCreditIsUsed() {
        assertThat(mean(later, "credit_utilization") - mean(training, "credit_utilization"))
                .isBetween(0.08, 0.16);
    }

    @Test
    void moreApplicationsComeInOnline() {
        assertThat(share(training, "online_application", "true")).isCloseTo(0.46, within(0.02));
        assertThat(share(later, "online_application", "true")).isCloseTo(0.71, within(0.02));
    }

    @Test
    void moreSavingsBalancesAreMissing() {
        assertThat(share(training, "savings_balance", "")).isCloseTo(0.04, within(0.01));
        assertThat(share(later, "savings_balance", "")).isCloseTo(0.19, within(0.02));
    }

    @Test
    void thereIsANewLoanPurpose() {
        assertThat(share(training, "loan_purpose", "solar_panels")).isZero();
        assertThat(share(later, "loan_purpose", "solar_panels")).isCloseTo(0.025, within(0.01));
    }

    @Test
    void someAgesAreOutOfRange() {
        assertThat(Arrays.stream(numbers(training, "age"))).allMatch(age -> age >= 18 && age <= 84);
        long wrong =
                Arrays.stream(numbers(later, "age")).filter(age -> age > 84).count();
        assertThat(wrong / 5_000.0).isCloseTo(0.004, within(0.003));
        assertThat(Arrays.stream(numbers(later, "age")).filter(age -> age > 84)).allMatch(age -> age >= 120);
    }

    @Test
    void nothingElseMovedMuch() {
        Set<String> planted =
                CreditDemo.plantedEvents().stream().map(PlantedEvent::column).collect(Collectors.toSet());
        for (CreditColumn found : CreditColumns.ALL) {
            String name = found.column().name();
            boolean isNumber =
                    found.column().type() == ColumnType.NUMBER || found.column().type() == ColumnType.INTEGER;
            if (isNumber && !planted.contains(name)) {
                double[] before = numbers(training, name);
                double mean = Arrays.stream(before).average().orElseThrow();
                double deviation = Math.sqrt(Arrays.stream(before)
                        .map(x -> (x - mean) * (x - mean))
                        .average()
                        .orElseThrow());
                assertThat((mean(later, name) - mean) / deviation).as(name).isCloseTo(0, within(0.06));
            }
        }
    }

    @Test
    void amountsAreSkewedAndFollowIncome() {
        double[] amounts = numbers(training, "loan_amount");
        double[] sorted = Arrays.stream(amounts).sorted().toArray();

        assertThat(mean(training, "loan_amount")).isGreaterThan(1.2 * sorted[sorted.length / 2]);
        assertThat(correlation(amounts, numbers(training, "annual_income"))).isGreaterThan(0.3);
    }

    @Test
    void aboutAnEighthDefaultsAndTheScoreTellsWho() {
        assertThat(share(training, "defaulted", "true")).isBetween(0.08, 0.2);
        assertThat(meanScore("true")).isGreaterThan(1.5 * meanScore("false"));
    }

    private static double meanScore(String defaulted) {
        List<String> outcome = values(training, "defaulted");
        double[] scores = numbers(training, "risk_score");
        List<Double> chosen = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (outcome.get(i).equals(defaulted)) {
                chosen.add(scores[i]);
            }
        }
        return chosen.stream().mapToDouble(score -> score).average().orElseThrow();
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
