package io.plumbline.store.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.store.records.frame.RecordFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final Id DATASET = Id.of("0000000100000000000000aa");

    @Test
    void moreThanAFileIsDealtOutEvenly() {
        assertThat(files(List.of(10, 10, 10, 10, 10, 10), 40)).containsExactly(30, 30);
        assertThat(files(List.of(10, 10, 10, 10), 40)).containsExactly(40);
        assertThat(files(List.of(10, 10, 10, 10, 10), 20)).containsExactly(10, 20, 20);
    }

    @Test
    void whatIsLargerThanAFileIsOneAllTheSame() {
        assertThat(files(List.of(100, 1), 40)).containsExactly(100, 1);
    }

    @Property
    void everythingIsTakenOnceInOrder(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 50) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 200) int most) {
        List<Integer> files = files(sizes, most);
        assertThat(files.stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(sizes.stream().mapToInt(Integer::intValue).sum());
        int largest = sizes.stream().mapToInt(Integer::intValue).max().orElseThrow();
        assertThat(files).allMatch(bytes -> bytes <= Math.max(most, largest));
    }

    /** The sizes of the files that things of these sizes become. */
    private static List<Integer> files(List<Integer> sizes, long most) {
        Waiting waiting = new Waiting();
        for (int i = 0; i < sizes.size(); i++) {
            BatchReceipt receipt = new BatchReceipt("batch-" + i, 1, Instant.EPOCH);
            RecordFrame.Kept frame = new RecordFrame.Changes(DATASET, receipt, List.<RecordChange>of());
            waiting.add(new Waiting.Entry(i, frame, sizes.get(i)));
        }
        List<Integer> files = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<Waiting.Entry> first = waiting.first(RecordFrame.Changes.class, sizes.size(), most);
            files.add((int) first.stream().mapToLong(Waiting.Entry::bytes).sum());
            waiting.remove(first);
        }
        return files;
    }
}
