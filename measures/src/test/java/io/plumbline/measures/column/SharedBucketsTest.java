package io.plumbline.measures.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SharedBucketsTest {
    private static final int SIZE = 200_000;

    private static ColumnData column(long seed, DoubleUnaryOperator value) {
        double[] values = new Random(seed).doubles().limit(SIZE).map(value).toArray();
        ColumnBuilder builder = new ColumnBuilder(ColumnType.NUMBER);
        builder.add(new ColumnChunk.Numbers(values, values.length, 0, 0));
        return builder.build();
    }

    @Test
    void whatIsUsuallyAskedHoldsTheEdgesOfBars() {
        ColumnData reference = column(1, share -> Math.log(share));
        ColumnData current = column(2, share -> 0.1 + Math.log(share));
        SharedBuckets shared = SharedBuckets.of(reference, current).orElseThrow();
        BitSet usual = shared.usual();

        double low = Math.min(reference.quantile(SharedBuckets.BAR_TAIL), current.quantile(SharedBuckets.BAR_TAIL));
        double high =
                Math.max(reference.quantile(1 - SharedBuckets.BAR_TAIL), current.quantile(1 - SharedBuckets.BAR_TAIL));
        Edges edges = Edges.equalWidth(low, high, SharedBuckets.BARS);
        Buckets buckets = shared.reference().buckets();
        for (int i = 0; i <= edges.bins(); i++) {
            assertThat(usual.get(buckets.bucketOf(edges.edge(i))))
                    .as("edge %s", i)
                    .isTrue();
        }
        assertThat(usual.cardinality()).as("of %s buckets", buckets.count()).isLessThan(buckets.count() / 10);
    }
}
