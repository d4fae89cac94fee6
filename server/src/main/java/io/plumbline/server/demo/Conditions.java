package io.plumbline.server.demo;

import java.time.LocalDate;

/**
 * The circumstances under which applications come in; what differs between the two sets is the injected drift.
 *
 * @param firstDay the first day of applications
 * @param days over how many days they come in
 * @param firstNumber the number of the first application
 * @param interestShift percentage points on every interest rate
 * @param utilizationShift added to the logit of the credit utilization
 * @param onlineShare the share of applications that come in online
 * @param savingsMissing the share of applications without a savings balance
 * @param solarShare the share of loans for solar panels
 * @param impossibleAges the share of applications whose age is an error of data entry
 * @param model how the model scores them
 */
record Conditions(
        LocalDate firstDay,
        int days,
        long firstNumber,
        double interestShift,
        double utilizationShift,
        double onlineShare,
        double savingsMissing,
        double solarShare,
        double impossibleAges,
        ModelState model) {

    /** January to June 2025. */
    static final Conditions TRAINING =
            new Conditions(LocalDate.of(2025, 1, 1), 181, 1_000_000, 0, 0, 0.46, 0.04, 0, 0, ModelState.SOUND);

    /** September 2025: interest rates went up, and so on; see {@link CreditDemo}. */
    static final Conditions LATER_MONTH = new Conditions(
            LocalDate.of(2025, 9, 1), 30, 50_000_000, 1.75, 0.6, 0.71, 0.19, 0.025, 0.004, ModelState.SOUND);
}
