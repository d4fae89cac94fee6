package io.plumbline.server.demo;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.TableColumn;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The columns of the credit data set, and how each is printed. */
final class CreditColumns {
    /** All of them, in the order of the files. */
    static final List<CreditColumn> ALL = all();

    private CreditColumns() {}

    /**
     * A column.
     *
     * @param column its name, type and role
     * @param text its value in a file; empty for none
     */
    record CreditColumn(TableColumn column, Function<Application, String> text) {}

    private static List<CreditColumn> all() {
        List<CreditColumn> columns = new ArrayList<>();
        addKeys(columns);
        addApplicant(columns);
        addHistory(columns);
        addLoan(columns);
        addOutcome(columns);
        return List.copyOf(columns);
    }

    private static void addKeys(List<CreditColumn> columns) {
        columns.add(of("application_id", ColumnType.TEXT, ColumnRole.ID, row -> "A" + row.number()));
        columns.add(of(
                "application_time",
                ColumnType.TIMESTAMP,
                ColumnRole.TIME,
                row -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(row.time()) + "Z"));
    }

    private static void addApplicant(List<CreditColumn> columns) {
        columns.add(integer("age", Application::age));
        columns.add(text("gender", row -> row.applicant().gender()));
        columns.add(text("region", row -> row.applicant().region()));
        columns.add(text("marital_status", row -> row.applicant().maritalStatus()));
        columns.add(text("education", row -> row.applicant().education()));
        columns.add(text("employment_status", row -> row.applicant().employment()));
        columns.add(number("employment_years", 1, row -> row.applicant().employmentYears()));
        columns.add(number("annual_income", 2, row -> row.applicant().income()));
        columns.add(integer("dependents", row -> row.applicant().dependents()));
        columns.add(text("housing", row -> row.applicant().housing()));
        columns.add(of(
                "savings_balance",
                ColumnType.NUMBER,
                ColumnRole.FEATURE,
                row -> row.savingsKnown() ? decimal(row.applicant().savings(), 2) : ""));
        columns.add(truth("existing_customer", Application::existingCustomer));
        columns.add(truth("online_application", Application::online));
        columns.add(truth("co_applicant", Application::coApplicant));
    }

    private static void addHistory(List<CreditColumn> columns) {
        columns.add(reported("credit_score", ColumnType.INTEGER, history -> "" + history.score()));
        columns.add(reported("credit_lines", ColumnType.INTEGER, history -> "" + history.creditLines()));
        columns.add(reported("credit_utilization", ColumnType.NUMBER, history -> decimal(history.utilization(), 4)));
        columns.add(reported("late_payments", ColumnType.INTEGER, history -> "" + history.latePayments()));
        columns.add(reported(
                "months_since_late_payment",
                ColumnType.INTEGER,
                history -> history.latePayments() == 0 ? "" : "" + history.monthsSinceLate()));
    }

    private static void addLoan(List<CreditColumn> columns) {
        columns.add(text("loan_purpose", row -> row.loan().purpose()));
        columns.add(number("loan_amount", 2, row -> row.loan().amount()));
        columns.add(integer("loan_term_months", row -> row.loan().months()));
        columns.add(number("interest_rate", 2, row -> row.loan().interest()));
        columns.add(number("monthly_payment", 2, row -> row.loan().monthlyPayment()));
        columns.add(number("debt_to_income", 4, Application::debtToIncome));
    }

    private static void addOutcome(List<CreditColumn> columns) {
        columns.add(of("risk_score", ColumnType.NUMBER, ColumnRole.SCORE, row -> decimal(row.riskScore(), 6)));
        columns.add(of(
                "decision",
                ColumnType.TEXT,
                ColumnRole.PREDICTION,
                row -> row.riskScore() < Application.REFUSED_FROM ? "grant" : "refuse"));
        columns.add(of("defaulted", ColumnType.BOOLEAN, ColumnRole.TARGET, row -> "" + row.defaulted()));
    }

    private static CreditColumn text(String name, Function<Application, String> value) {
        return of(name, ColumnType.TEXT, ColumnRole.FEATURE, value);
    }

    private static CreditColumn integer(String name, Function<Application, Integer> value) {
        return of(
                name,
                ColumnType.INTEGER,
                ColumnRole.FEATURE,
                row -> value.apply(row).toString());
    }

    private static CreditColumn truth(String name, Function<Application, Boolean> value) {
        return of(
                name,
                ColumnType.BOOLEAN,
                ColumnRole.FEATURE,
                row -> value.apply(row).toString());
    }

    private static CreditColumn number(String name, int digits, Function<Application, Double> value) {
        return of(name, ColumnType.NUMBER, ColumnRole.FEATURE, row -> decimal(value.apply(row), digits));
    }

    /** What the credit bureau says. */
    private static CreditColumn reported(String name, ColumnType type, Function<CreditHistory, String> value) {
        return of(name, type, ColumnRole.FEATURE, row -> row.historyKnown() ? value.apply(row.history()) : "");
    }

    private static CreditColumn of(String name, ColumnType type, ColumnRole role, Function<Application, String> text) {
        return new CreditColumn(new TableColumn(name, type, role), text);
    }

    /** A non-negative number with so many digits after the point. {@code String.format} would take most of the demo's time. */
    private static String decimal(double value, int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        long scaled = Math.round(value * power);
        String fraction = Long.toString(scaled % power);
        return scaled / power + "." + "0".repeat(digits - fraction.length()) + fraction;
    }
}
