package io.plumbline.server.demo;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.server.demo.ModelState.Bureau;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Loan applications day by day, between 9 and 17 o'clock, the same for the same seed. Of {@code days} days, these were changed on purpose, and nothing else:
 *
 * <ul>
 *   <li>from {@link #unfairDay} on, a new release of the model thinks worse of women, for which their loans give no reason;
 *   <li>on {@link #brokenDay}, the credit bureau is silent: its five columns are missing, and half of the applications do not come in;
 *   <li>from {@link #driftDay} on, interest rates are higher, applicants use more of their credit, and more of them come online, as in the
 *       later month of {@link CreditDemo}; the model takes that for risk, which it is not.
 * </ul>
 */
public final class CreditDays {
    /** The fewest days that have room for all events and for what their labels tell. */
    public static final int FEWEST = 20;
    /** After how many days it is known what came of an application. */
    public static final int LABEL_DELAY = 7;
    /** How many applications come in on a day. */
    public static final int A_DAY = 2000;

    private static final int LEFT_ON_BROKEN_DAY = 1000;
    private static final int TRAINING_ROWS = 10_000;
    private static final int TRAINING_DAYS = 10;
    private static final int OPENING_HOUR = 9;
    private static final int SECONDS_OPEN = 8 * 3600;
    private static final ModelState UNFAIR = new ModelState(0, 1.2, Bureau.ANSWERS);
    private static final ModelState MISLED = new ModelState(0.9, 1.2, Bureau.ANSWERS);

    private final long seed;
    private final LocalDate firstDay;
    private final int days;

    /** So many days from the first on. */
    public CreditDays(long seed, LocalDate firstDay, int days) {
        this.seed = seed;
        this.firstDay = firstDay;
        this.days = days;
    }

    /** How many there are. */
    public int count() {
        return days;
    }

    /** The first of them. */
    public LocalDate firstDay() {
        return firstDay;
    }

    /** From which day on the model is unfair, counted from 1. */
    public int unfairDay() {
        return days * 12 / 60;
    }

    /** On which day the feed is broken, counted from 1. */
    public int brokenDay() {
        return days * 25 / 60;
    }

    /** From which day on columns drift, counted from 1. */
    public int driftDay() {
        return days * 40 / 60;
    }

    /** The columns of the records of a day. */
    public static List<Column> columns() {
        return CreditBatches.scored();
    }

    /** The column that labels have. */
    public static Column outcome() {
        return CreditBatches.outcome();
    }

    /** What the model was trained on, with what it says of it. */
    public RecordBatch training() {
        LocalDate from = firstDay.minusDays(TRAINING_DAYS);
        Conditions conditions = conditions(from, TRAINING_DAYS, 1_000_000, ModelState.SOUND, false);
        return CreditBatches.training(draw(conditions, TRAINING_ROWS, new Draws(seed)));
    }

    /** A day, counted from 1. */
    public Day day(int day) {
        List<Application> applications = applications(day);
        return new Day(CreditBatches.scored(applications), CreditBatches.labelled(applications));
    }

    /**
     * The records of a day.
     *
     * @param scored its applications
     * @param labelled what came of them
     */
    public record Day(RecordBatch scored, RecordBatch labelled) {}

    private List<Application> applications(int day) {
        long number = 50_000_000L + (long) day * A_DAY;
        Conditions conditions = conditions(firstDay.plusDays(day - 1L), 1, number, state(day), day >= driftDay());
        int rows = day == brokenDay() ? LEFT_ON_BROKEN_DAY : A_DAY;
        return draw(conditions, rows, new Draws(seed * 1_000 + day));
    }

    private ModelState state(int day) {
        ModelState usual = day < unfairDay() ? ModelState.SOUND : day < driftDay() ? UNFAIR : MISLED;
        return day == brokenDay() ? new ModelState(usual.shift(), usual.againstWomen(), Bureau.SILENT) : usual;
    }

    private static Conditions conditions(LocalDate from, int over, long number, ModelState model, boolean drifted) {
        Conditions base = Conditions.TRAINING;
        Conditions shifted = drifted ? Conditions.LATER_MONTH : base;
        return new Conditions(
                from,
                over,
                number,
                shifted.interestShift(),
                shifted.utilizationShift(),
                shifted.onlineShare(),
                base.savingsMissing(),
                base.solarShare(),
                base.impossibleAges(),
                model);
    }

    private static List<Application> draw(Conditions conditions, int rows, Draws draws) {
        List<Application> drawn = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            double passed = (row + draws.share()) / rows * conditions.days();
            long day = (long) passed;
            LocalDateTime time = conditions
                    .firstDay()
                    .plusDays(day)
                    .atTime(OPENING_HOUR, 0)
                    .plusSeconds((long) ((passed - day) * SECONDS_OPEN));
            drawn.add(Application.draw(conditions.firstNumber() + row, time, conditions, draws));
        }
        return drawn;
    }
}
