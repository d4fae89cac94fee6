package io.plumbline.dialects.openscale.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Digests are kept as names of batches, so they have to stay what they were. */
class BatchDigestTest {
    private static final int ROWS = 2_500;

    @Test
    void theDigestStaysWhatItWas() {
        assertThat(BatchDigest.of(batch(0), new BitSet()))
                .isEqualTo("9e0df23b80a86a748eba3abb82392313c5a3e125b43219dd2714a811");
    }

    @Test
    void whatLiesWhereAValueIsMissingSaysNothing() {
        assertThat(BatchDigest.of(batch(7), new BitSet())).isEqualTo(BatchDigest.of(batch(0), new BitSet()));
    }

    @Test
    void everyValueCounts() {
        String digest = BatchDigest.of(batch(0), new BitSet());
        for (int row : new int[] {0, 1_023, 1_024, ROWS - 1}) {
            RecordBatch changed = batch(0);
            ((BatchColumn.Numbers) changed.columns().getFirst()).values()[row] += 1;
            assertThat(BatchDigest.of(changed, new BitSet())).isNotEqualTo(digest);
        }
    }

    /** A batch of all kinds of columns, with something else where values are missing. */
    private static RecordBatch batch(int missingValue) {
        BitSet missing = new BitSet();
        IntStream.of(3, 1_030, 2_048).forEach(missing::set);
        double[] numbers = IntStream.range(0, ROWS)
                .mapToDouble(i -> missing.get(i) ? missingValue : i / 4.0)
                .toArray();
        long[] integers = IntStream.range(0, ROWS)
                .mapToLong(i -> missing.get(i) ? missingValue : 3L * i)
                .toArray();
        String[] texts = IntStream.range(0, ROWS)
                .mapToObj(i -> missing.get(i) ? "x" + missingValue : "ä" + i % 5)
                .toArray(String[]::new);
        boolean[] truths = new boolean[ROWS];
        Arrays.fill(truths, true);
        String[] ids = IntStream.range(0, ROWS).mapToObj(Integer::toString).toArray(String[]::new);
        long[] times = IntStream.range(0, ROWS).mapToLong(i -> 1_000L * i).toArray();
        return new RecordBatch(
                ids,
                times,
                Optional.empty(),
                List.of(
                        new BatchColumn.Numbers("n", numbers, missing),
                        new BatchColumn.Integers("i", integers, missing),
                        new BatchColumn.Timestamps("t", integers, missing),
                        new BatchColumn.Booleans("b", truths, missing),
                        new BatchColumn.Texts("c", ValueType.TEXT, texts, missing)));
    }
}
