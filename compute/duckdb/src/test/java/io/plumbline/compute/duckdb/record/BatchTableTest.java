package io.plumbline.compute.duckdb.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.model.Schema;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordEngine.Received;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Sorting is left out where the rows lie in order, and only there. */
class BatchTableTest {
    private record Place(long time, long sequence) {}

    @Test
    void batchesThatFollowEachOtherNeedNoSorting() {
        assertThat(table(List.of(List.of(1, 1, 2), List.of(2, 3))).order()).isEmpty();
    }

    @Test
    void batchesOfLaterTimesMayComeFirst() {
        BatchTable table = table(List.of(List.of(5, 6), List.of(1, 4), List.of(4, 4)));
        assertThat(table.order()).isEmpty();
        assertThat(places(table)).extracting(Place::time).containsExactly(1L, 4L, 4L, 4L, 5L, 6L);
    }

    @Test
    void ofEqualTimesTheOneThatCameFirstIsFirst() {
        assertThat(table(List.of(List.of(5), List.of(1, 5))).order()).startsWith(" ORDER BY");
    }

    @Test
    void rowsOutOfOrderAreSorted() {
        assertThat(table(List.of(List.of(2, 1))).order()).startsWith(" ORDER BY");
        assertThat(table(List.of(List.of(1, 4), List.of(2))).order()).startsWith(" ORDER BY");
    }

    @Property
    void whereSortingIsLeftOutTheRowsLieInOrder(
            @ForAll @Size(max = 4) List<@Size(min = 1, max = 3) List<@IntRange(max = 4) Integer>> times) {
        BatchTable table = table(times);
        boolean sorting = !table.order().isEmpty();
        List<Place> sorted = new ArrayList<>(places(table));
        sorted.sort(Comparator.comparingLong(Place::time).thenComparingLong(Place::sequence));
        assertThat(sorting).isEqualTo(!sorted.equals(places(table)));
    }

    private static BatchTable table(List<List<Integer>> times) {
        return new BatchTable(
                Schema.EMPTY,
                times.stream()
                        .map(batch -> new Received(Instant.EPOCH, batch(batch)))
                        .toList());
    }

    private static RecordBatch batch(List<Integer> times) {
        String[] ids =
                IntStream.range(0, times.size()).mapToObj(Integer::toString).toArray(String[]::new);
        long[] micros = times.stream().mapToLong(Integer::longValue).toArray();
        return new RecordBatch(ids, micros, Optional.empty(), List.of());
    }

    private static List<Place> places(BatchTable table) {
        List<Place> places = new ArrayList<>();
        for (MemoryTable.Segment segment : table.rows().segments()) {
            long[] times = ((BatchColumn.Timestamps) segment.columns().get(1).orElseThrow()).micros();
            long[] sequences = ((BatchColumn.Integers) segment.columns().get(4).orElseThrow()).values();
            for (int i = 0; i < times.length; i++) {
                places.add(new Place(times[i], sequences[i]));
            }
        }
        return places;
    }
}
