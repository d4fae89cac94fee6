package io.plumbline.measures.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.column.Edges;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EdgeCounterTest {

    @Provide
    Arbitrary<Double> bound() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-1e3, 1e3),
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite));
    }

    @Property
    void equalWidthIsCountedAsTheEdgesSay(
            @ForAll("bound") double one, @ForAll("bound") double two, @ForAll @IntRange(min = 1, max = 60) int bins) {
        double min = Math.min(one, two);
        double max = Math.max(one, two);
        Assume.that(isPossible(min, max, bins));
        requireAsEdges(Edges.equalWidth(min, max, bins));
    }

    private static boolean isPossible(double min, double max, int bins) {
        try {
            return Edges.equalWidth(min, max, bins).bins() == bins;
        } catch (IllegalArgumentException tooClose) {
            return false;
        }
    }

    @Property
    void irregularEdgesAreCountedAsTheEdgesSay(@ForAll @Size(min = 2, max = 70) double[] numbers) {
        double[] edges = Arrays.stream(numbers)
                .filter(Double::isFinite)
                .map(x -> x + 0.0)
                .sorted()
                .distinct()
                .toArray();
        Assume.that(edges.length >= 2);
        requireAsEdges(Edges.of(edges));
    }

    @Test
    void choosesArithmeticForEvenEdgesHoweverTheyWereMade() {
        assertThat(EdgeCounter.over(Edges.of(0, 0.1, 0.2, 0.3))).isInstanceOf(ComputedEdgeCounter.class);
        assertThat(EdgeCounter.over(Edges.of(0, 1, 10, 100))).isInstanceOf(SearchedEdgeCounter.class);
        assertThat(EdgeCounter.over(Edges.of(-Double.MAX_VALUE, -1, 0, 1, Double.MAX_VALUE)))
                .isInstanceOf(SearchedEdgeCounter.class);
    }

    @Test
    void edgesWhoseDistanceOverflowsAreSearched() {
        requireAsEdges(Edges.of(-Double.MAX_VALUE, 0, 3.3388260791702886E307));
    }

    /** Both ways of counting, by the values that are most easily placed wrongly: the edges and their neighbours. */
    private static void requireAsEdges(Edges edges) {
        double[] values = Arrays.stream(edges.toArray())
                .flatMap(edge -> DoubleStream.of(edge, Math.nextUp(edge), Math.nextDown(edge), edge / 3, -edge))
                .filter(Double::isFinite)
                .toArray();
        long[] expected = new long[edges.bins() + 2];
        Arrays.stream(values).forEach(value -> expected[edges.binOf(value) + 1]++);
        EdgeCounter chosen = EdgeCounter.over(edges);
        chosen.add(values, values.length);
        assertThat(chosen.counts()).containsExactly(expected);
        EdgeCounter searched = new SearchedEdgeCounter(edges);
        searched.add(values, values.length);
        assertThat(searched.counts()).containsExactly(expected);
    }
}
