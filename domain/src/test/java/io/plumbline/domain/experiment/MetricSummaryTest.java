package io.plumbline.domain.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MetricSummaryTest {
    private static MetricSummary merged(List<MetricPoint> points) {
        return points.stream()
                .map(MetricSummary::of)
                .reduce(MetricSummary::merge)
                .orElseThrow();
    }

    /** Merges neighbours two by two, as nobody would by accident. */
    private static MetricSummary paired(List<MetricPoint> points) {
        List<MetricSummary> left =
                new ArrayList<>(points.stream().map(MetricSummary::of).toList());
        while (left.size() > 1) {
            left.add(left.removeFirst().merge(left.removeFirst()));
        }
        return left.getFirst();
    }

    @Property(tries = 300)
    void theOrderOfMergesDoesNotMatter(@ForAll("points") List<MetricPoint> points, @ForAll long seed) {
        List<MetricPoint> shuffled = new ArrayList<>(points);
        Collections.shuffle(shuffled, new Random(seed));
        MetricSummary one = merged(points);
        MetricSummary other = paired(shuffled);
        assertThat(exact(other)).isEqualTo(exact(one));
        double scale = Math.max(1, one.squares());
        assertThat(Math.abs(other.squares() - one.squares()) / scale).isLessThanOrEqualTo(1e-9);
        assertThat(other.finite() == 0
                        || Math.abs(other.mean() - one.mean()) <= 1e-9 * Math.max(1, Math.abs(one.mean())))
                .isTrue();
    }

    /** What is the same to the last bit. */
    private static MetricSummary exact(MetricSummary summary) {
        return new MetricSummary(
                summary.key(),
                summary.count(),
                summary.finite(),
                summary.min(),
                summary.max(),
                0,
                0,
                summary.latest(),
                summary.latestStep(),
                summary.latestMicros(),
                summary.firstStep(),
                summary.lastStep());
    }

    @Provide
    Arbitrary<List<MetricPoint>> points() {
        Arbitrary<Double> values = Arbitraries.oneOf(
                Arbitraries.doubles().between(-1000, 1000),
                Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        return Combinators.combine(
                        values,
                        Arbitraries.longs().between(-3, 3),
                        Arbitraries.longs().between(0, 3))
                .as((value, step, micros) -> new MetricPoint("m", value, step, micros))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    /** By Python: statistics.mean and statistics.stdev of [2, 4, 4, 4, 5, 5, 7, 9]. */
    @Test
    void knowsMeanAndDeviation() {
        List<MetricPoint> points = new ArrayList<>();
        for (double value : new double[] {2, 4, 4, 4, 5, 5, 7, 9}) {
            points.add(new MetricPoint("m", value, points.size(), 0));
        }
        points.add(new MetricPoint("m", Double.NaN, 8, 0));
        MetricSummary summary = merged(points);
        assertThat(summary.mean()).isEqualTo(5);
        assertThat(summary.standardDeviation()).isCloseTo(2.138089935299395, Offset.offset(1e-12));
        assertThat(summary.count()).isEqualTo(9);
        assertThat(summary.latest()).isNaN();
        assertThat(summary.max()).isEqualTo(9);
        assertThat(summary.value(MetricStatistic.COUNT)).isEqualTo(9);
    }

    @Test
    void ofNothingFiniteThereIsNoStatistic() {
        MetricSummary summary = merged(
                List.of(new MetricPoint("m", Double.NaN, 0, 0), new MetricPoint("m", Double.POSITIVE_INFINITY, 0, 0)));
        assertThat(summary.mean()).isNaN();
        assertThat(summary.standardDeviation()).isNaN();
        assertThat(summary.min()).isNaN();
    }
}
