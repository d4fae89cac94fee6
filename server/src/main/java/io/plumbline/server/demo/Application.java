package io.plumbline.server.demo;

import io.plumbline.server.demo.ModelState.Bureau;
import java.time.LocalDateTime;

/**
 * One row: who asks, what for, what is known, what the model said and what came of it.
 *
 * @param number its number
 * @param time when it came in, in UTC
 * @param applicant who asks
 * @param age as it was typed in: an error of data entry is possible here
 * @param savingsKnown whether a savings balance was given
 * @param history what the credit bureau knows
 * @param historyKnown whether it said so
 * @param loan what is asked for
 * @param existingCustomer whether the bank knows the applicant
 * @param online whether it came in online
 * @param coApplicant whether somebody signs with the applicant
 * @param riskScore the model's probability of default
 * @param defaulted whether the loan defaulted, drawn from the true probability
 */
record Application(
        long number,
        LocalDateTime time,
        Applicant applicant,
        int age,
        boolean savingsKnown,
        CreditHistory history,
        boolean historyKnown,
        Loan loan,
        boolean existingCustomer,
        boolean online,
        boolean coApplicant,
        double riskScore,
        boolean defaulted) {

    /** From which probability of default on the model refuses. */
    static final double REFUSED_FROM = 0.25;

    static Application draw(long number, LocalDateTime time, Conditions conditions, Draws draws) {
        Applicant applicant = Applicant.draw(draws);
        CreditHistory history = CreditHistory.draw(applicant, conditions, draws);
        Loan loan = Loan.draw(applicant, history, conditions, draws);
        boolean impossible = draws.chance(conditions.impossibleAges());
        int wrongAge = draws.between(120, 199);
        boolean answered = conditions.model().bureau() == Bureau.ANSWERS;
        double logit = logit(applicant, history, loan);
        double read = logit(applicant, answered ? history : CreditHistory.USUAL, loan)
                + conditions.model().shift(applicant);
        return new Application(
                number,
                time,
                applicant,
                impossible ? wrongAge : applicant.age(),
                !draws.chance(conditions.savingsMissing()),
                history,
                answered,
                loan,
                draws.chance(0.38),
                draws.chance(conditions.onlineShare()),
                draws.chance(applicant.maritalStatus().equals("married") ? 0.3 : 0.08),
                Draws.logistic(read + draws.normal(0, 0.25)),
                draws.chance(Draws.logistic(logit)));
    }

    /** The share of the monthly income that the loan's payment takes. */
    double debtToIncome() {
        return loan.monthlyPayment() / (applicant.income() / 12);
    }

    private static double logit(Applicant applicant, CreditHistory history, Loan loan) {
        double burden = Math.min(3, 12 * loan.monthlyPayment() / applicant.income());
        double work = applicant.employment().equals("unemployed") ? 0.8 : 0;
        return -2.6
                + (650 - history.score()) * 0.011
                + 1.9 * burden
                + 0.25 * history.latePayments()
                + work
                - 0.03 * Math.min(15, applicant.employmentYears());
    }
}
