package io.plumbline.measures.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.column.Moments;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoldenRecipeTest {
    @Test
    void theFirstNumbersAreThoseOfTheRecipe() {
        assertThat(GoldenRecipe.referenceA())
                .hasSize(8000)
                .startsWith(-1.3261374486610293, 1.038707715459168, 2.2599623100832105);
        assertThat(GoldenRecipe.currentA())
                .hasSize(4000)
                .startsWith(2.905103855207562, -1.9963155727833508, 1.386927865818143);
    }

    @Test
    void meanAndSpreadAreThoseOfTheRecipe() {
        Moments moments = GoldenRecipe.moments(GoldenRecipe.referenceA());
        assertThat(moments.mean()).isCloseTo(0.015345344759523868, within(1e-15));
        assertThat(moments.standardDeviation()).isCloseTo(0.9957851891810514, within(1e-15));
    }

    @Test
    void categoriesOccurAsOftenAsInTheRecipe() {
        assertThat(GoldenRecipe.counts(GoldenRecipe.referenceC()))
                .isEqualTo(Map.of("a", 2398L, "b", 1954L, "c", 1610L, "d", 1196L, "e", 580L, "f", 262L));
        assertThat(GoldenRecipe.counts(GoldenRecipe.currentC()))
                .isEqualTo(Map.of("b", 1084L, "a", 882L, "c", 741L, "d", 720L, "e", 385L, "g", 188L));
    }
}
