package io.plumbline.measures.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.comparison.ColumnsOf;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ColumnChangeTest {

    @Test
    void listsNewAndVanishedCategoriesByFrequency() {
        ColumnChange change =
                ColumnChange.between(ColumnsOf.texts("a", "b", "c", "c"), ColumnsOf.texts("a", "n", "m", "m", "k"));

        assertThat(change.newCategories()).containsExactly("m", "k", "n");
        assertThat(change.newCategoryRows()).isEqualTo(4);
        assertThat(change.vanishedCategories()).containsExactly("c", "b");
    }

    @Test
    void listsTwentyAndCountsAll() {
        Map<String, Long> many = new TreeMap<>();
        for (int i = 0; i < 30; i++) {
            many.put("n" + i, 2L);
        }
        ColumnChange change = ColumnChange.between(ColumnsOf.texts("a"), ColumnsOf.counted(many, 0, 0));

        assertThat(change.newCategories()).hasSize(ColumnChange.LISTED);
        assertThat(change.newCategoryRows()).isEqualTo(60);
    }

    @Test
    void saysNothingOfWhatWasNotKept() {
        ColumnChange change = ColumnChange.between(ColumnsOf.counted(Map.of("a", 9L), 3, 0), ColumnsOf.texts("b", "c"));

        assertThat(change.newCategories()).isEmpty();
        assertThat(change.newCategoryRows()).isZero();
        assertThat(change.vanishedCategories()).containsExactly("a");
    }

    @Test
    void countsValuesOutsideTheRange() {
        ColumnChange change =
                ColumnChange.between(ColumnsOf.numbers(1, 2, 5), ColumnsOf.numbers(0, 0.5, 1, 5, 5.5, Double.NaN));

        assertThat(change.belowRange()).isEqualTo(2);
        assertThat(change.aboveRange()).isEqualTo(1);
        assertThat(change.missingShareIncrease()).isEqualTo(1.0 / 6, within(1e-15));
    }

    @Test
    void aRangeMayBeOneValue() {
        for (double only : new double[] {3, 0, -3, Double.MAX_VALUE, -Double.MAX_VALUE}) {
            ColumnChange change =
                    ColumnChange.between(ColumnsOf.numbers(only), ColumnsOf.numbers(only, only / 2 - 1, only / 2 + 3));
            int below = (only / 2 - 1 < only ? 1 : 0) + (only / 2 + 3 < only ? 1 : 0);
            assertThat(change.belowRange()).as("below %s", only).isEqualTo(below);
            assertThat(change.aboveRange()).as("above %s", only).isEqualTo(2 - below);
        }
    }

    @Test
    void ofDifferentKindsOnlyTheMissingShareIsCompared() {
        assertThat(ColumnChange.between(ColumnsOf.numbers(1, Double.NaN), ColumnsOf.texts("a")))
                .isEqualTo(new ColumnChange(List.of(), 0, List.of(), 0, 0, -0.5));
    }
}
