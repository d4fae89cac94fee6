package io.plumbline.store.sql.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.experiment.MetricPoint;
import io.plumbline.domain.experiment.MetricSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PointCodecTest {
    private static List<MetricPoint> random(long seed, int size) {
        Random random = new Random(seed);
        List<MetricPoint> points = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            points.add(new MetricPoint(
                    "k" + random.nextInt(3),
                    Double.longBitsToDouble(random.nextLong()),
                    random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(10),
                    random.nextInt(4) == 0 ? random.nextLong() : i));
        }
        return points;
    }

    private static void assertSame(MetricSeries one, MetricSeries other) {
        assertThat(one.steps()).isEqualTo(other.steps());
        assertThat(one.micros()).isEqualTo(other.micros());
        assertThat(one.values()).isEqualTo(other.values());
    }

    @Test
    void whatWasWrittenIsRead() {
        for (int seed = 0; seed < 200; seed++) {
            Map<String, MetricSeries> series = SeriesBuilder.byKey(random(seed, seed * 3));
            byte[] bytes = BatchCodec.encode(series);
            assertThat(BatchCodec.decode(bytes)).containsOnlyKeys(series.keySet());
            series.forEach((key, points) -> {
                assertSame(BatchCodec.decode(bytes).getOrDefault(key, MetricSeries.EMPTY), points);
                assertSame(BatchCodec.decode(bytes, key).orElseThrow(), points);
            });
            assertThat(BatchCodec.decode(bytes, "none")).isEmpty();
        }
    }

    @Test
    void evenStepsTakeFewBytes() {
        MetricSeries even = new MetricSeries(new long[10_000], new long[10_000], new double[10_000]);
        for (int i = 0; i < 10_000; i++) {
            even.steps()[i] = i;
            even.micros()[i] = 1_700_000_000_000_000L + i * 1_000L;
            even.values()[i] = i / 7.0;
        }
        assertThat(PointCodec.encode(even)).hasSizeLessThan(8 * 10_000 + 500);
    }

    /** The bytes of a stored point do not change, since databases hold them. */
    @Test
    void bytesStayWhatTheyAre() {
        MetricSeries one = new MetricSeries(new long[] {1, 2}, new long[] {5, 7}, new double[] {0.5, -1});
        assertThat(HexFormat.of().formatHex(PointCodec.encode(one)))
                .isEqualTo("01020404020" + "00a051010000000000000e03f000000000000f0bf");
        assertThatThrownBy(() -> PointCodec.decode(new byte[] {9, 0})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void mergesInTheOrderOfStepsAndTimes() {
        for (int seed = 0; seed < 100; seed++) {
            List<MetricPoint> points = random(seed, 300).stream()
                    .map(point -> new MetricPoint("k", point.value(), point.step(), point.micros()))
                    .toList();
            List<MetricSeries> parts = new ArrayList<>();
            for (int i = 0; i < 300; i += 50) {
                parts.addAll(SeriesBuilder.byKey(points.subList(i, i + 50)).values());
            }
            List<MetricPoint> sorted = new ArrayList<>(points);
            sorted.sort(Comparator.comparingLong(MetricPoint::step).thenComparingLong(MetricPoint::micros));
            MetricSeries merged = SeriesBuilder.merge(parts);
            for (int i = 0; i < 300; i++) {
                assertThat(merged.steps()[i]).isEqualTo(sorted.get(i).step());
                assertThat(Double.doubleToRawLongBits(merged.values()[i]))
                        .isEqualTo(Double.doubleToRawLongBits(sorted.get(i).value()));
            }
            MetricSeries some = SeriesBuilder.between(merged, 0, 9);
            assertThat(some.size()).isEqualTo((int) points.stream()
                    .filter(point -> point.step() >= 0 && point.step() <= 9)
                    .count());
        }
    }
}
