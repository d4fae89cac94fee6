package io.plumbline.measures.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.golden.GoldenRecipe;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EdgePoliciesTest {
    private static final ColumnData UP_TO_100 = GoldenRecipe.numbers(
            IntStream.rangeClosed(0, 100).mapToDouble(i -> i).toArray());

    @Test
    void equalWidthCoversTheReferenceOrBoth() {
        ColumnData wider = GoldenRecipe.numbers(-100, 200);
        assertThat(EdgePolicies.equalWidthOfReference(4).edges(UP_TO_100, wider).toArray())
                .containsExactly(0, 25, 50, 75, 100);
        assertThat(EdgePolicies.equalWidthOfBoth(3).edges(UP_TO_100, wider).toArray())
                .containsExactly(-100, 0, 100, 200);
    }

    @Test
    void aSingleValueIsSurroundedByHalfAUnit() {
        ColumnData constant = GoldenRecipe.numbers(7, 7, 7);
        assertThat(EdgePolicies.equalWidthOfReference(2)
                        .edges(constant, constant)
                        .toArray())
                .containsExactly(6.5, 7, 7.5);
        assertThat(EdgePolicies.sturgesOfReference().edges(constant, constant).toArray())
                .containsExactly(6.5, 7.5);
        assertThat(EdgePolicies.doane().edges(constant, constant).bins()).isEqualTo(1);
    }

    @Test
    void sturgesCountsBinsByTheLogarithmOfTheRows() {
        ColumnData sixteen = GoldenRecipe.numbers(GoldenRecipe.number(3, 16));
        ColumnData seventeen = GoldenRecipe.numbers(GoldenRecipe.number(3, 17));
        assertThat(EdgePolicies.sturgesOfReference().edges(sixteen, sixteen).bins())
                .isEqualTo(5);
        assertThat(EdgePolicies.sturgesOfReference().edges(seventeen, sixteen).bins())
                .isEqualTo(6);
        assertThat(EdgePolicies.sturgesOfBoth().edges(sixteen, sixteen).bins()).isEqualTo(6);
    }

    @Test
    void binsOfIntegersAreAtLeastOneWide() {
        ColumnData integers = GoldenRecipe.integers(0, 1, 2, 2, 1, 0, 1, 1);
        ColumnData numbers = GoldenRecipe.numbers(0, 1, 2, 2, 1, 0, 1, 1);
        assertThat(EdgePolicies.sturgesOfBoth().edges(integers, integers).bins())
                .isEqualTo(2);
        assertThat(EdgePolicies.sturgesOfBoth().edges(numbers, integers).bins()).isEqualTo(5);
    }

    @Test
    void freedmanDiaconisIsOneBinWithoutASpread() {
        ColumnData mostlyZero = GoldenRecipe.numbers(0, 0, 0, 0, 0, 0, 0, 0, 0, 10);
        assertThat(EdgePolicies.freedmanDiaconis(20)
                        .edges(mostlyZero, mostlyZero)
                        .toArray())
                .containsExactly(0, 10);
    }

    @Test
    void quantilesThatFallTogetherGiveOneEdge() {
        ColumnData half = GoldenRecipe.numbers(0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5);
        Edges edges = EdgePolicies.quantiles(10).edges(half, half);
        assertThat(edges.toArray()).containsExactly(-Double.MIN_VALUE, 0, 1, 2, 3, 4, 5);
    }

    @Test
    void aFrequentLargestValueHasABinOfItsOwn() {
        ColumnData half = GoldenRecipe.numbers(0, 1, 2, 3, 4, 5, 5, 5, 5, 5, 5);
        AlignedCounts counts = new EdgeBinning(EdgePolicies.quantiles(10), Guards.FOLDED).align(half, half);
        assertThat(counts.reference()).containsExactly(1, 1, 1, 1, 1, 6);
    }

    @Test
    void minusZeroAndZeroAreOneQuantile() {
        ColumnData zeros = GoldenRecipe.numbers(-1, -0.0, -0.0, -0.0, 0.0, 0.0, 0.0, 1);
        assertThat(EdgePolicies.quantiles(4).edges(zeros, zeros).toArray()).containsExactly(-1, 0, 1);
    }

    @Test
    void valuesTooCloseTogetherAreRefused() {
        ColumnData close = GoldenRecipe.numbers(1e15, Math.nextUp(1e15));
        assertThatThrownBy(() -> EdgePolicies.equalWidthOfReference(10).edges(close, close))
                .isInstanceOf(BinningException.class)
                .hasMessageContaining("10 bins");
    }

    @Test
    void guardsKeepFoldOrDropWhatLiesOutside() {
        ColumnData reference = GoldenRecipe.numbers(0, 1, 2, 3);
        ColumnData current = GoldenRecipe.numbers(-1, 0, 3, 4, 5);
        assertThat(current(Guards.SEPARATE, reference, current)).containsExactly(1, 1, 1, 2);
        assertThat(current(Guards.FOLDED, reference, current)).containsExactly(2, 3);
        assertThat(current(Guards.LEFTOVER, reference, current)).containsExactly(1, 1, 3);
        assertThat(current(Guards.DROPPED, reference, current)).containsExactly(1, 1);
    }

    private static double[] current(Guards guards, ColumnData reference, ColumnData current) {
        EdgePolicy edges = EdgePolicies.explicit(Edges.of(0, 2, 3));
        return new EdgeBinning(edges, guards).align(reference, current).current();
    }
}
