package io.plumbline.compute.duckdb.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.compute.duckdb.record.StoredFile.RowGroup;
import io.plumbline.compute.duckdb.record.Timeline.Stretch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimelineTest {
    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    /** Files of groups that follow each other, at times that overlap or do not, the last of them perhaps of unknown times. */
    private static final class Sample {
        private final Random random;
        private final List<StoredFile> files = new ArrayList<>();
        private final List<Long> times = new ArrayList<>();

        Sample(long seed) {
            random = new Random(seed);
            int span = 1 + random.nextInt(60);
            for (int file = 0; file < 1 + random.nextInt(4); file++) {
                files.add(file(span, random.nextInt(3) * span));
            }
        }

        private StoredFile file(int span, int start) {
            long[] rows = LongStream.range(0, 1 + random.nextInt(30))
                    .map(row -> start + random.nextInt(span))
                    .sorted()
                    .toArray();
            Arrays.stream(rows).forEach(times::add);
            List<RowGroup> groups = new ArrayList<>();
            for (int first = 0; first < rows.length; first += 5) {
                int end = Math.min(rows.length, first + 5);
                boolean unknown = random.nextInt(20) == 0;
                groups.add(new RowGroup(
                        first,
                        end - first,
                        unknown ? Long.MIN_VALUE : rows[first],
                        unknown ? Long.MAX_VALUE : rows[end - 1]));
            }
            return new StoredFile(Path.of("file"), rows.length, RowNumbers.STORED, Map.of(), groups);
        }

        /** Its times from one to before another, ordered. */
        long[] between(long from, long until) {
            return times.stream()
                    .mapToLong(time -> time)
                    .filter(time -> time >= from && time < until)
                    .sorted()
                    .toArray();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPageLiesInItsStretch(long seed) {
        Sample sample = new Sample(seed);
        for (int question = 0; question < 20; question++) {
            long from = question % 2 == 0 ? Long.MIN_VALUE : sample.random.nextInt(100);
            long until = question % 3 == 0 ? Long.MAX_VALUE : sample.random.nextInt(200);
            long[] times = sample.between(from, until);
            int offset = sample.random.nextInt(40);
            int limit = sample.random.nextInt(20);
            Stretch stretch = new Timeline(sample.files, from, until).page(offset, limit);
            assertThat(LongStream.of(times).filter(time -> time < stretch.first()))
                    .as("before " + stretch)
                    .hasSize((int) stretch.before());
            assertThat(stretch.before()).isLessThanOrEqualTo(offset);
            for (int row = offset; row < Math.min(times.length, offset + limit); row++) {
                assertThat(times[row]).isBetween(stretch.first(), stretch.last());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreThanSoManyAreNewer(long seed) {
        Sample sample = new Sample(seed);
        long[] times = sample.between(Long.MIN_VALUE, 100);
        for (int rows = 0; rows < 40; rows++) {
            OptionalLong since = new Timeline(sample.files, Long.MIN_VALUE, 100).newest(rows);
            if (since.isPresent()) {
                assertThat(LongStream.of(times)
                                .filter(time -> time >= since.getAsLong())
                                .count())
                        .isGreaterThan(rows);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void insideAndEdgesAreAll(long seed) {
        Sample sample = new Sample(seed);
        long from = sample.random.nextInt(50);
        long until = from + sample.random.nextInt(100);
        Timeline timeline = new Timeline(sample.files, from, until);
        long count = sample.between(from, until).length;
        assertThat(timeline.rowsInside()).isLessThanOrEqualTo(count);
        assertThat(timeline.rowsInside() + 5L * timeline.edges().parts().size()).isGreaterThanOrEqualTo(count);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void onlyFilesWithoutRecordsOfTheTimeAreLeftOut(long seed) {
        Sample sample = new Sample(seed);
        long from = sample.random.nextInt(100);
        long until = from + 1 + sample.random.nextInt(40);
        Timeline timeline = new Timeline(sample.files, from, until);
        Set<Integer> left = timeline.files().whole();
        assertThat(timeline.mostRows()).isGreaterThanOrEqualTo(sample.between(from, until).length);
        for (int file = 0; file < sample.files.size(); file++) {
            boolean may = sample.files.get(file).groups().stream()
                    .anyMatch(group -> group.earliest() < until && group.latest() >= from);
            assertThat(left.contains(file)).isEqualTo(may);
        }
    }
}
