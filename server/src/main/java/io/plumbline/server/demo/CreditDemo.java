package io.plumbline.server.demo;

import io.plumbline.server.demo.CreditColumns.CreditColumn;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A generated credit data set: half a year of loan applications on which a model was trained, and a later month. Every number comes
 * from a fixed seed, so that the same files come out each time. Between the two, these things were changed on purpose, and nothing
 * else:
 *
 * <ul>
 *   <li>drift in {@code interest_rate}: every rate is 1.75 percentage points higher;
 *   <li>drift in {@code credit_utilization}: applicants use more of the credit they have (0.6 more in the logit);
 *   <li>drift in {@code online_application}: 71 % of the applications come in online instead of 46 %;
 *   <li>missing values in {@code savings_balance}: 19 % instead of 4 %;
 *   <li>a new category in {@code loan_purpose}: 2.5 % of the loans are for {@code solar_panels};
 *   <li>values out of range in {@code age}: 0.4 % are errors of data entry, from 120 to 199.
 * </ul>
 *
 * <p>A new category is a change of the distribution too, so that measures which count categories may call {@code loan_purpose} drifted
 * as well. The payment, the default and the model's score do not follow these changes: what the demo reports is what was planted.
 */
public final class CreditDemo {
    private static final long TRAINING_SEED = 20_250_101;
    private static final long LATER_SEED = 20_250_901;

    private final Conditions conditions;
    private final long seed;
    private final long rows;

    private CreditDemo(Conditions conditions, long seed, long rows) {
        this.conditions = conditions;
        this.seed = seed;
        this.rows = rows;
    }

    /** The applications a model was trained on. */
    public static CreditDemo training(long rows) {
        return new CreditDemo(Conditions.TRAINING, TRAINING_SEED, rows);
    }

    /** Those of a later month. */
    public static CreditDemo laterMonth(long rows) {
        return new CreditDemo(Conditions.LATER_MONTH, LATER_SEED, rows);
    }

    /** What was planted in the later month. */
    public static List<PlantedEvent> plantedEvents() {
        return List.of(
                PlantedEvent.drift("interest_rate", "every rate is 1.75 percentage points higher"),
                PlantedEvent.drift("credit_utilization", "applicants use more of the credit they have"),
                PlantedEvent.drift("online_application", "71 % come in online instead of 46 %"),
                new PlantedEvent("savings_balance", PlantedEvent.Kind.MISSING, "19 % are missing instead of 4 %"),
                new PlantedEvent("loan_purpose", PlantedEvent.Kind.NEW_CATEGORY, "2.5 % are for solar_panels"),
                new PlantedEvent("age", PlantedEvent.Kind.OUT_OF_RANGE, "0.4 % are between 120 and 199"));
    }

    /** Writes the rows as CSV with a header, row by row. */
    public void writeCsv(Writer out) throws IOException {
        out.write(CreditColumns.ALL.stream()
                .map(column -> column.column().name())
                .collect(Collectors.joining(",", "", "\n")));
        Draws draws = new Draws(seed);
        double secondsBetween = conditions.days() * 86_400.0 / rows;
        LocalDateTime start = conditions.firstDay().atStartOfDay();
        for (long row = 0; row < rows; row++) {
            long seconds = (long) ((row + draws.share()) * secondsBetween);
            write(Application.draw(conditions.firstNumber() + row, start.plusSeconds(seconds), conditions, draws), out);
        }
    }

    private static void write(Application row, Writer out) throws IOException {
        String separator = "";
        for (CreditColumn column : CreditColumns.ALL) {
            out.write(separator);
            out.write(column.value().text(row));
            separator = ",";
        }
        out.write('\n');
    }

    /** Writes what a schema file says of the columns. */
    public static void writeSchema(Writer out) throws IOException {
        out.write(CreditColumns.ALL.stream()
                .map(CreditColumn::column)
                .map(column -> "    {\"name\": \"" + column.name() + "\", \"type\": \""
                        + column.type().label() + "\", \"role\": \""
                        + column.role().label() + "\"}")
                .collect(Collectors.joining(",\n", "{\n  \"columns\": [\n", "\n  ]\n}\n")));
    }
}
