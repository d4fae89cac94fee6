package io.plumbline.server.demo;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.TableColumn;
import io.plumbline.server.demo.CreditValue.Fraction;
import io.plumbline.server.demo.CreditValue.Text;
import io.plumbline.server.demo.CreditValue.Truth;
import io.plumbline.server.demo.CreditValue.Whole;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The columns of the credit data set, and how each is printed. */
final class CreditColumns {
    /** All of them, in the order of the files. */
    static final List<CreditColumn> ALL = all();

    private CreditColumns() {}

    /**
     * A column.
     *
     * @param column its name, type and role
     * @param value what it says of an application
     */
    record CreditColumn(TableColumn column, CreditValue value) {}

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
        columns.add(of("application_id", ColumnType.TEXT, ColumnRole.ID, new Text(row -> "A" + row.number())));
        columns.add(of(
                "application_time",
                ColumnType.TIMESTAMP,
                ColumnRole.TIME,
                new Text(row -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(row.time()) + "Z")));
    }

    private static void addApplicant(List<CreditColumn> columns) {
        columns.add(whole("age", Application::age));
        columns.add(text("gender", row -> row.applicant().gender()));
        columns.add(text("region", row -> row.applicant().region()));
        columns.add(text("marital_status", row -> row.applicant().maritalStatus()));
        columns.add(text("education", row -> row.applicant().education()));
        columns.add(text("employment_status", row -> row.applicant().employment()));
        columns.add(number("employment_years", 10, row -> row.applicant().employmentYears()));
        columns.add(number("annual_income", 100, row -> row.applicant().income()));
        columns.add(whole("dependents", row -> row.applicant().dependents()));
        columns.add(text("housing", row -> row.applicant().housing()));
        columns.add(number("savings_balance", 100, row -> row.applicant().savings(), Application::savingsKnown));
        columns.add(truth("existing_customer", Application::existingCustomer));
        columns.add(truth("online_application", Application::online));
        columns.add(truth("co_applicant", Application::coApplicant));
    }

    /** What the credit bureau says. */
    private static void addHistory(List<CreditColumn> columns) {
        Predicate<Application> known = Application::historyKnown;
        columns.add(whole("credit_score", row -> row.history().score(), known));
        columns.add(whole("credit_lines", row -> row.history().creditLines(), known));
        columns.add(number("credit_utilization", 10_000, row -> row.history().utilization(), known));
        columns.add(whole("late_payments", row -> row.history().latePayments(), known));
        columns.add(whole(
                "months_since_late_payment",
                row -> row.history().monthsSinceLate(),
                known.and(row -> row.history().latePayments() > 0)));
    }

    private static void addLoan(List<CreditColumn> columns) {
        columns.add(text("loan_purpose", row -> row.loan().purpose()));
        columns.add(number("loan_amount", 100, row -> row.loan().amount()));
        columns.add(whole("loan_term_months", row -> row.loan().months()));
        columns.add(number("interest_rate", 100, row -> row.loan().interest()));
        columns.add(number("monthly_payment", 100, row -> row.loan().monthlyPayment()));
        columns.add(number("debt_to_income", 10_000, Application::debtToIncome));
    }

    private static void addOutcome(List<CreditColumn> columns) {
        columns.add(of(
                "risk_score",
                ColumnType.NUMBER,
                ColumnRole.SCORE,
                new Fraction(Application::riskScore, 1_000_000, row -> true)));
        columns.add(of(
                "decision",
                ColumnType.TEXT,
                ColumnRole.PREDICTION,
                new Text(row -> row.riskScore() < Application.REFUSED_FROM ? "grant" : "refuse")));
        columns.add(of("defaulted", ColumnType.BOOLEAN, ColumnRole.TARGET, new Truth(Application::defaulted)));
    }

    private static CreditColumn text(String name, Function<Application, String> value) {
        return of(name, ColumnType.TEXT, ColumnRole.FEATURE, new Text(value));
    }

    private static CreditColumn truth(String name, Predicate<Application> value) {
        return of(name, ColumnType.BOOLEAN, ColumnRole.FEATURE, new Truth(value));
    }

    private static CreditColumn whole(String name, ToLongFunction<Application> value) {
        return whole(name, value, row -> true);
    }

    private static CreditColumn whole(String name, ToLongFunction<Application> value, Predicate<Application> known) {
        return of(name, ColumnType.INTEGER, ColumnRole.FEATURE, new Whole(value, known));
    }

    private static CreditColumn number(String name, long power, ToDoubleFunction<Application> value) {
        return number(name, power, value, row -> true);
    }

    private static CreditColumn number(
            String name, long power, ToDoubleFunction<Application> value, Predicate<Application> known) {
        return of(name, ColumnType.NUMBER, ColumnRole.FEATURE, new Fraction(value, power, known));
    }

    private static CreditColumn of(String name, ColumnType type, ColumnRole role, CreditValue value) {
        return new CreditColumn(new TableColumn(name, type, role), value);
    }
}
