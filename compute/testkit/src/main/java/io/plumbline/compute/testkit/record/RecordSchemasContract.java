package io.plumbline.compute.testkit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.RecordEngine.Received;
import io.plumbline.domain.record.StoredRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of names and of schemas that change. */
public abstract class RecordSchemasContract extends RecordHoursContract {
    @Test
    void namesThatDifferInCaseOrAreOddAreColumnsOfTheirOwn() {
        List<Column> columns = Stream.of(
                        "Age",
                        "age",
                        "AGE",
                        "age~1",
                        "x\"y",
                        "a.b",
                        " x",
                        "é",
                        "É",
                        "file_index",
                        "filename",
                        "s",
                        "m1",
                        "FILE_ROW_NUMBER",
                        "c0",
                        "_sequence",
                        "_annotations",
                        "'; DROP TABLE x; --",
                        "$1",
                        "?",
                        "x".repeat(255))
                .map(name -> column(name, ValueType.INTEGER))
                .toList();
        Object[] values = IntStream.range(0, columns.size())
                .boxed()
                .flatMap(i -> Stream.<Object>of(columns.get(i).name(), (long) i))
                .toArray();
        Path file = write(columns, SampleRecord.of("a", 1, values));
        Path later = write(columns.reversed(), SampleRecord.of("b", 2, values));
        Path merged = path();
        engine().merge(merged, files(columns, later, file), Optional.empty());
        for (Path[] paths : List.of(new Path[] {file, later}, new Path[] {merged})) {
            List<StoredRecord> records = find(files(columns, paths), Filter.ALL);
            assertThat(ids(records)).containsExactly("a", "b");
            for (StoredRecord record : records) {
                assertThat(record.values()).containsExactlyElementsOf(longs(columns.size()));
            }
            for (int i = 0; i < columns.size(); i++) {
                Filter filter = new Filter.Compare(columns.get(i).name(), Filter.Comparison.EQUAL, "" + i);
                assertThat(ids(files(columns, paths), filter))
                        .as(columns.get(i).name())
                        .hasSize(2);
            }
        }
    }

    private static List<Object> longs(int size) {
        return IntStream.range(0, size).<Object>mapToObj(i -> (long) i).toList();
    }

    @Test
    void olderSchemasAreReadAsTheSchemaIsNow() {
        Path first = write(List.of(column("n", ValueType.INTEGER)), SampleRecord.of("a", 1, "n", 1L));
        List<Column> now = List.of(column("later", ValueType.TEXT), column("n", ValueType.NUMBER));
        Path second = write(now, SampleRecord.of("b", 2, "n", 2.5, "later", "y"));
        Path merged = path();
        engine().merge(merged, files(now, first, second), Optional.empty());
        for (Path[] paths : List.of(new Path[] {second, first}, new Path[] {merged})) {
            List<StoredRecord> records = find(files(now, paths), Filter.ALL);
            assertThat(records.get(0).values()).containsExactly(null, 1.0);
            assertThat(records.get(1).values()).containsExactly("y", 2.5);
            assertThat(ids(files(now, paths), new Filter.Missing("later"))).containsExactly("a");
        }
    }

    @Test
    void batchesFromBeforeAColumnCameOrWasWidenedAreWritten() {
        List<Column> before = List.of(column("n", ValueType.INTEGER));
        List<Column> now = List.of(column("n", ValueType.NUMBER), column("later", ValueType.TEXT));
        Path file = write(
                now,
                List.of(
                        new Received(RECEIVED, SampleRecord.batch(before, List.of(SampleRecord.of("a", 1, "n", 7L)))),
                        new Received(
                                RECEIVED,
                                SampleRecord.batch(now, List.of(SampleRecord.of("b", 2, "n", 0.5, "later", "z"))))));
        List<StoredRecord> records = find(files(now, file), Filter.ALL);
        assertThat(records.get(0).values()).containsExactly(7.0, null);
        assertThat(records.get(1).values()).containsExactly(0.5, "z");
    }

    @Test
    void aColumnKeptAsAnotherTypeIsRefusedByName() {
        Path file = write(List.of(column("n", ValueType.TEXT)), SampleRecord.of("a", 1, "n", "x"));
        assertThatThrownBy(() -> find(files(List.of(column("n", ValueType.NUMBER)), file), Filter.ALL))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("column n is kept as text");
    }
}
