package io.plumbline.store.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Id;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.store.records.frame.RecordFrame;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FootprintTest {
    private static final int ROWS = 1_000;

    @Test
    void aTextThatIsSharedTakesItsReferences() {
        String[] shared = new String[ROWS];
        Arrays.fill(shared, "a category of some length");
        assertThat(footprint(shared)).isLessThan(10L * ROWS);
    }

    @Test
    void textsOfTheirOwnAreCountedEach() {
        String[] own = IntStream.range(0, ROWS)
                .mapToObj(i -> "a category of some length".substring(0, 20 + i % 5))
                .toArray(String[]::new);
        assertThat(footprint(own)).isGreaterThan(70L * ROWS);
    }

    /** Of a column beyond that of the same batch without it. */
    private static long footprint(String[] values) {
        return of(List.of(new BatchColumn.Texts("c", ValueType.TEXT, values, new BitSet()))) - of(List.of());
    }

    private static long of(List<BatchColumn> columns) {
        String[] ids = IntStream.range(0, ROWS).mapToObj(Integer::toString).toArray(String[]::new);
        RecordBatch batch = new RecordBatch(ids, new long[ROWS], Optional.empty(), columns);
        BatchReceipt receipt = new BatchReceipt("batch", ROWS, Instant.EPOCH);
        return Footprint.of(new RecordFrame.Batch(Id.of("0000000100000000000000aa"), receipt, batch));
    }
}
