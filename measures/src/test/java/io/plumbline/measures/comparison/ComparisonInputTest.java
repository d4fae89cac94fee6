package io.plumbline.measures.comparison;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.TableException;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class ComparisonInputTest {
    private final PreparedDataSet reference = new PreparedDataSet("train.csv");
    private final PreparedDataSet current = new PreparedDataSet("june.csv");

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String... columns) {
        ComparisonPlan plan = new ComparisonPlan(GivenPreset.byGap(), List.of(), List.of(columns), Optional.empty(), 2);
        return assertThatThrownBy(() -> Comparison.compare(reference, current, plan, Progress.SILENT))
                .isInstanceOf(TableException.class);
    }

    @Test
    void aDataSetWithoutRowsHasOnlyAHeader() {
        reference.with("x", ColumnsOf.numbers(1));
        current.with("x", ColumnsOf.numbers());

        assertRefused().hasMessage("june.csv has only a header and no rows: there is nothing to compare");
    }

    @Test
    void namesOfBothAreShownWhereNoneIsInCommon() {
        for (String name : List.of("a", "b", "c", "d", "e", "f", "g")) {
            reference.with(name, ColumnsOf.numbers(1));
        }
        current.with("A", ColumnsOf.numbers(1)).with("B", ColumnsOf.numbers(1));

        assertRefused()
                .hasMessage("no column name is in both: train.csv has a, b, c, d, e and 2 more; june.csv has A, B");
    }

    @Test
    void saysWhenRolesLeaveNothing() {
        reference.with("id", ColumnRole.ID, ColumnsOf.numbers(1));
        current.with("id", ColumnsOf.numbers(1));

        assertRefused()
                .hasMessage("no column in both is compared by its role: id only identify, date or weigh rows; "
                        + "ask for a column by its name to compare it all the same");
    }

    @Test
    void aColumnAskedForThatASideDoesNotHaveIsNamedWithTheNearest() {
        reference.with("LoanAmount", ColumnsOf.numbers(1)).with("Age", ColumnsOf.numbers(1));
        current.with("Age", ColumnsOf.numbers(1)).with("loan_amount", ColumnsOf.numbers(1));

        assertRefused("Age", "loanamont")
                .hasMessage("the reference train.csv has no column 'loanamont'; the nearest name is 'LoanAmount'");
        assertRefused("LoanAmount")
                .hasMessage("the current data june.csv has no column 'LoanAmount'; the nearest name is 'loan_amount'");
    }
}
