package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.golden.GoldenRecipe;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What measures of counts say where they cannot say anything. */
class NotComputableCountTest {
    private static final ColumnData NUMBERS = GoldenRecipe.numbers(1, 2, 3);
    private static final ColumnData CATEGORIES = GoldenRecipe.categories(Map.of("a", 2L, "b", 1L, "c", 1L));
    private static final ColumnData NO_CATEGORIES = GoldenRecipe.categories(Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"psi@1", "kl@evidently-0.7", "js@nannyml-0.13", "chi2@1", "cramers_v@1"})
    void nothingIsComputedOfNoValues(String id) {
        assertThat(reason(id, NO_CATEGORIES, CATEGORIES)).isEqualTo("the reference has no values");
        assertThat(reason(id, CATEGORIES, NO_CATEGORIES)).isEqualTo("the current data has no values");
        assertThat(reason(id, GoldenRecipe.numbers(), NUMBERS)).isEqualTo("the reference has no values");
    }

    @Test
    void columnsOfDifferentKindsAreNotCompared() {
        assertThat(reason("psi@1", NUMBERS, CATEGORIES))
                .isEqualTo("the reference is of type number and the current data of type text");
    }

    @Test
    void aMeasureSaysForWhichColumnsItIsNotMade() {
        assertThat(reason("psi@deepchecks-0.19", NUMBERS, NUMBERS))
                .isEqualTo("psi@deepchecks-0.19 is not made for columns of type number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"z@1", "fisher@1"})
    void testsOfTwoValuesRefuseThree(String id) {
        assertThat(reason(id, CATEGORIES, CATEGORIES)).startsWith("there are 3 different values");
    }

    @Test
    void fisherRefusesMoreRowsThanItCanCount() {
        ColumnData huge = GoldenRecipe.categories(Map.of("a", 2_000_000_000L, "b", 1L));
        assertThat(reason("fisher@1", huge, huge)).contains("too many rows");
    }

    @Test
    void binsThatCannotBeLaidAreAReason() {
        ColumnData close = GoldenRecipe.numbers(1e15, Math.nextUp(1e15));
        assertThat(reason("psi@frouros", close, close)).contains("cannot be cut into 10 bins");
    }

    private static String reason(String id, ColumnData reference, ColumnData current) {
        return ((NotComputable) Measures.require(id).measure(reference, current)).reason();
    }
}
