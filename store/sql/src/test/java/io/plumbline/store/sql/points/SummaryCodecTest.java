package io.plumbline.store.sql.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.experiment.MetricPoint;
import io.plumbline.domain.experiment.MetricSummary;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SummaryCodecTest {
    private static MetricSummary random(Random random, String key) {
        MetricSummary summary = MetricSummary.of(point(random, key));
        for (int more = random.nextInt(3); more > 0; more--) {
            summary = summary.merge(MetricSummary.of(point(random, key)));
        }
        return summary;
    }

    private static MetricPoint point(Random random, String key) {
        double value = switch (random.nextInt(5)) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> -0.0;
            default -> random.nextGaussian();
        };
        return new MetricPoint(key, value, random.nextLong(), random.nextLong());
    }

    @Test
    void whatWasWrittenIsRead() {
        Random random = new Random(7);
        for (int size = 0; size < 200; size++) {
            List<MetricSummary> summaries = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                summaries.add(random(random, "größe 🙂 " + i));
            }
            assertThat(SummaryCodec.decode(SummaryCodec.encode(summaries))).isEqualTo(summaries);
        }
    }

    @Test
    void metricsOfOnePointTakeFewBytes() {
        List<MetricSummary> summaries = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            summaries.add(MetricSummary.of(new MetricPoint("metric_" + i, i / 7.0, 0, 1_700_000_000_000_000L)));
        }
        assertThat(SummaryCodec.encode(summaries)).hasSizeLessThan(22 * 100);
    }

    /** The bytes do not change, since databases hold them. */
    @Test
    void bytesStayWhatTheyAre() {
        MetricSummary one = MetricSummary.of(new MetricPoint("a", 0.5, 1, 3));
        MetricSummary two =
                MetricSummary.of(new MetricPoint("b", 1, 1, 3)).merge(MetricSummary.of(new MetricPoint("b", 2, 2, 4)));
        assertThat(HexFormat.of().formatHex(SummaryCodec.encode(List.of(one, two))))
                .isEqualTo("0102" + "0161" + "000000000000e03f" + "020600" + "0162" + "0000000000000040" + "040201"
                        + "0202" + "000000000000f03f" + "0000000000000040" + "000000000000f83f" + "000000000000e03f"
                        + "0204");
        assertThatThrownBy(() -> SummaryCodec.decode(new byte[] {9, 0})).isInstanceOf(IllegalStateException.class);
    }
}
