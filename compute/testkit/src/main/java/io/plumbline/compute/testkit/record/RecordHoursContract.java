package io.plumbline.compute.testkit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordEngine.Received;
import io.plumbline.domain.record.RecordWindow;
import io.plumbline.domain.record.UtcHours;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How an engine finds and hands over the hours of records. */
public abstract class RecordHoursContract extends RecordWindowContract {
    private static final long HOUR = 3_600_000_000L;
    private static final Column TEXT = column("text", ValueType.TEXT);
    private static final Column SCORE = column("score", ValueType.NUMBER);
    private static final RecordWindow ALL = RecordWindow.all(List.of("text"));

    private static SortedSet<Long> set(Long... hours) {
        return new TreeSet<>(Arrays.asList(hours));
    }

    private static Instant at(long micros) {
        return Instant.EPOCH.plusNanos(micros * 1000);
    }

    private Files texts(Path... paths) {
        return files(List.of(TEXT), paths);
    }

    @Test
    void hoursAreThoseOfRecordsAlsoBefore1970() {
        Path first = write(
                List.of(TEXT),
                SampleRecord.of("a", -1),
                SampleRecord.of("b", -HOUR),
                SampleRecord.of("c", -HOUR - 1),
                SampleRecord.of("d", 0));
        Path second = write(List.of(TEXT), SampleRecord.of("e", 7 * HOUR), SampleRecord.of("f", 8 * HOUR - 1));
        assertThat(engine().hours(texts(first, second), ALL)).containsExactly(-2L, -1L, 0L, 7L);
        RecordWindow cut = new RecordWindow(Optional.of(at(-HOUR)), Optional.of(at(7 * HOUR)), List.of());
        assertThat(engine().hours(texts(first, second), cut)).containsExactly(-1L, 0L);
        assertThat(engine().hours(texts(), ALL)).isEmpty();
    }

    @Test
    void hoursOfSameIdsAreThoseOfAllTheirRecords() {
        Path first = write(
                List.of(TEXT),
                SampleRecord.of("a", 1),
                SampleRecord.of("b", 2 * HOUR),
                SampleRecord.of("c", 3 * HOUR),
                SampleRecord.of("d", 4 * HOUR));
        Path second = write(List.of(TEXT), SampleRecord.of("a", 9 * HOUR));
        Path other = write(List.of(SCORE), SampleRecord.of("c", 77 * HOUR), SampleRecord.of("nobody", 1));
        Path change = change(value("d", "text", "\"x\""));
        Files all = texts(first, second);
        assertThat(engine().hoursOfSame(all, List.of(second), List.of())).containsExactly(0L, 9L);
        assertThat(engine().hoursOfSame(all, List.of(second, other), List.of())).containsExactly(0L, 3L, 9L);
        assertThat(engine().hoursOfSame(all, List.of(), List.of(change))).containsExactly(4L);
        assertThat(engine().hoursOfSame(all, List.of(other), List.of(change))).containsExactly(3L, 4L);
        assertThat(engine().hoursOfSame(all, List.of(), List.of())).isEmpty();
    }

    /** The ids of each batch, each of one hour. */
    private static Consumer<RecordBatch> into(List<List<String>> ids, List<Long> hours) {
        return batch -> {
            ids.add(Arrays.asList(batch.ids()));
            List<Long> of = Arrays.stream(batch.eventTimes())
                    .map(UtcHours::of)
                    .boxed()
                    .distinct()
                    .toList();
            assertThat(of).hasSize(1);
            hours.addAll(of);
        };
    }

    @Test
    void recordsOfHoursComeHourByHour() {
        Path first = write(
                List.of(TEXT),
                SampleRecord.of("a", 10, "text", "x"),
                SampleRecord.of("b", 20),
                SampleRecord.of("c", 2 * HOUR),
                SampleRecord.of("d", 3 * HOUR));
        Path second = write(List.of(TEXT), SampleRecord.of("e", 15), SampleRecord.of("f", 5 * HOUR));
        List<List<String>> ids = new ArrayList<>();
        List<Long> hours = new ArrayList<>();
        engine().scanHours(texts(first, second), ALL, set(0L, 3L, 5L, 99L), 2, into(ids, hours));
        assertThat(ids).containsExactly(List.of("a", "e"), List.of("b"), List.of("d"), List.of("f"));
        assertThat(hours).containsExactly(0L, 0L, 3L, 5L);
        List<List<String>> none = new ArrayList<>();
        engine().scanHours(texts(first), ALL, set(), 2, into(none, new ArrayList<>()));
        assertThat(none).isEmpty();
        RecordWindow unknown = RecordWindow.all(List.of("nothing"));
        assertThatThrownBy(() -> engine().scanHours(texts(first), unknown, set(0L), 2, batch -> {}))
                .isInstanceOf(PlumblineException.class);
    }

    @Test
    void hoursOfAWindowAreCutByItsEnds() {
        Path path = write(
                List.of(TEXT), SampleRecord.of("a", 10), SampleRecord.of("b", 20), SampleRecord.of("c", HOUR + 5));
        RecordWindow cut = new RecordWindow(Optional.of(at(20)), Optional.of(at(HOUR + 5)), List.of());
        List<List<String>> ids = new ArrayList<>();
        engine().scanHours(texts(path), cut, set(0L, 1L), 9, into(ids, new ArrayList<>()));
        assertThat(ids).containsExactly(List.of("b"));
    }

    @Test
    void joinedHoursAreTheirPartOfTheWholeJoin() {
        Random random = new Random(5);
        List<Path> texts = new ArrayList<>();
        List<Path> scores = new ArrayList<>();
        for (int file = 0; file < 3; file++) {
            Instant received = RECEIVED.plusSeconds(file);
            texts.add(written(TEXT, received, random));
            scores.add(written(SCORE, received, random));
        }
        Files left = texts(texts.toArray(Path[]::new));
        Files right = files(List.of(SCORE), scores.toArray(Path[]::new));
        SortedSet<String> expected = new TreeSet<>();
        engine().join(left, ALL, right, List.of("score"), 7, batch -> add(batch, set(1L, 2L, 6L), expected));
        SortedSet<String> found = new TreeSet<>();
        List<Long> hours = new ArrayList<>();
        engine().joinHours(left, ALL, set(1L, 2L, 6L), right, List.of("score"), 7, batch -> {
            into(new ArrayList<>(), hours).accept(batch);
            add(batch, set(1L, 2L, 6L), found);
        });
        assertThat(found).isEqualTo(expected).isNotEmpty();
        assertThat(hours).isSorted().contains(1L, 2L, 6L).doesNotContain(0L);
    }

    private Path written(Column column, Instant received, Random random) {
        List<SampleRecord> records = new ArrayList<>();
        for (int id = 0; id < 100; id++) {
            if (random.nextBoolean()) {
                Object value = column.equals(TEXT) ? "t" + random.nextInt() : (Object) random.nextDouble();
                records.add(SampleRecord.of("r" + id, random.nextLong(8 * HOUR), column.name(), value));
            }
        }
        List<Column> columns = List.of(column);
        return write(columns, List.of(new Received(received, SampleRecord.batch(columns, records))));
    }

    private static void add(RecordBatch batch, SortedSet<Long> hours, SortedSet<String> rows) {
        for (int row = 0; row < batch.rows(); row++) {
            if (hours.contains(UtcHours.of(batch.eventTimes()[row]))) {
                String text = ((BatchColumn.Texts) batch.columns().get(0)).values()[row];
                double score = ((BatchColumn.Numbers) batch.columns().get(1)).values()[row];
                rows.add(batch.ids()[row] + " " + text + " " + score);
            }
        }
    }
}
