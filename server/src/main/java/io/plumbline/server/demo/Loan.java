package io.plumbline.server.demo;

import io.plumbline.server.demo.Draws.Weighted;
import java.util.List;

/** What is asked for: the amount depends on income and purpose, the interest on the credit score. */
record Loan(String purpose, double amount, int months, double interest, double monthlyPayment) {

    private static final List<Weighted<Purpose>> PURPOSES = List.of(
            new Weighted<>(new Purpose("car", 0.42), 31),
            new Weighted<>(new Purpose("debt_consolidation", 0.36), 24),
            new Weighted<>(new Purpose("furniture", 0.11), 15),
            new Weighted<>(new Purpose("home_improvement", 0.38), 12),
            new Weighted<>(new Purpose("education", 0.22), 8),
            new Weighted<>(new Purpose("medical", 0.12), 6),
            new Weighted<>(new Purpose("travel", 0.08), 4));
    private static final Purpose SOLAR = new Purpose("solar_panels", 0.3);
    private static final List<Weighted<Integer>> TERMS = List.of(
            new Weighted<>(12, 18),
            new Weighted<>(24, 24),
            new Weighted<>(36, 27),
            new Weighted<>(48, 16),
            new Weighted<>(60, 15));

    private record Purpose(String name, double shareOfIncome) {}

    static Loan draw(Applicant applicant, CreditHistory history, Conditions conditions, Draws draws) {
        boolean solar = draws.chance(conditions.solarShare());
        Purpose usual = draws.oneOf(PURPOSES);
        Purpose purpose = solar ? SOLAR : usual;
        double amount = Draws.within(500, 120_000, draws.logNormal(applicant.income() * purpose.shareOfIncome(), 0.5));
        int months = draws.oneOf(TERMS);
        double usualInterest = Math.max(1.9, 6.4 + (680 - history.score()) * 0.012 + draws.normal(0, 0.9));
        return new Loan(
                purpose.name(),
                Math.rint(amount / 50) * 50,
                months,
                usualInterest + conditions.interestShift(),
                annuity(amount, months, usualInterest));
    }

    private static double annuity(double amount, int months, double interest) {
        double monthly = interest / 1200;
        return amount * monthly / (1 - StrictMath.pow(1 + monthly, -months));
    }
}
