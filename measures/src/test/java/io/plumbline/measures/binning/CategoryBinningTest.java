package io.plumbline.measures.binning;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnData.DistinctCount;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.CountedCategories;
import io.plumbline.measures.column.Tally;
import io.plumbline.measures.golden.GoldenRecipe;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CategoryBinningTest {
    private static final ColumnData REFERENCE = GoldenRecipe.categories(Map.of("a", 5L, "b", 3L, "c", 3L, "other", 1L));
    private static final ColumnData CURRENT = GoldenRecipe.categories(Map.of("a", 4L, "c", 2L, "x", 6L, "y", 1L));

    @Test
    void unionHasABinForEachValueOfEitherColumn() {
        AlignedCounts counts = CategoryBinning.union().align(REFERENCE, CURRENT);
        assertThat(counts.reference()).containsExactly(5, 3, 3, 1, 0, 0);
        assertThat(counts.current()).containsExactly(4, 0, 2, 0, 6, 1);
        assertThat(counts.parameters()).containsEntry("bins", 6);
    }

    @Test
    void newValuesAreOneBinTogether() {
        AlignedCounts counts = CategoryBinning.referenceAndNew().align(REFERENCE, CURRENT);
        assertThat(counts.reference()).containsExactly(5, 3, 3, 1, 0);
        assertThat(counts.current()).containsExactly(4, 0, 2, 0, 7);
    }

    @Test
    void topBreaksTiesByTextAndKeepsOthersFromNewOnes() {
        AlignedCounts counts = CategoryBinning.top(2).align(REFERENCE, CURRENT);
        assertThat(counts.reference()).containsExactly(5, 3, 4, 0);
        assertThat(counts.current()).containsExactly(4, 0, 2, 7);
    }

    @Test
    void rareValuesAreMergedAndLeftOutWhereTheyAreRareTogether() {
        ColumnData reference = GoldenRecipe.categories(Map.of("a", 900L, "b", 91L, "c", 9L));
        ColumnData few = GoldenRecipe.categories(Map.of("a", 900L, "b", 90L, "x", 10L));
        ColumnData more = GoldenRecipe.categories(Map.of("a", 900L, "b", 89L, "x", 11L));
        CategoryBinning binning = CategoryBinning.mergingBelow(0.01);
        assertThat(binning.align(reference, few).current()).containsExactly(900, 90);
        assertThat(binning.align(reference, more).current()).containsExactly(900, 89, 11);
    }

    @Test
    void completeCountsAreExact() {
        assertThat(CategoryBinning.top(2).align(REFERENCE, CURRENT).errorShare())
                .isZero();
    }

    @Test
    void aValueThatMayBeAmongThoseNotKeptMakesCountsInexact() {
        ColumnData truncated = truncated(Map.of("a", 4L, "b", 2L), 2);
        AlignedCounts counts = CategoryBinning.union().align(REFERENCE, truncated);
        assertThat(counts.current()).containsExactly(4, 2, 0, 0, 2);
        assertThat(counts.errorShare()).isEqualTo(0.25);
    }

    @Test
    void ownBinningTakesFewValuesOfTheReferenceEach() {
        ColumnData reference = GoldenRecipe.numbers(1, 1, 2, 5, -0.0);
        ColumnData current = GoldenRecipe.numbers(0, 1, 2, 2, 3, Math.nextUp(5.0));
        AlignedCounts counts = Binnings.own().align(reference, current);
        assertThat(counts.reference()).containsExactly(1, 2, 1, 1, 0);
        assertThat(counts.current()).containsExactly(1, 1, 2, 0, 2);
    }

    private static ColumnData truncated(Map<String, Long> counts, long other) {
        CategoryCounts categories = new CategoryCounts(counts, other, CategoryCounts.Keys.TEXT);
        Tally tally = new Tally(categories.total(), 0, 0, 0, 0, 0);
        return CountedCategories.of(ColumnType.TEXT, tally, categories, DistinctCount.UNKNOWN);
    }
}
