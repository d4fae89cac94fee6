package io.plumbline.compute.testkit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.compute.testkit.record.IncomingTable.Row;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordEngine.Imported;
import io.plumbline.domain.record.StoredRecord;
import io.plumbline.measures.table.ColumnRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What comes of a file is the same in whichever way an engine reads it: at once, because its first rows tell enough, or in several steps; in the order in
 * which rows lie, or in that of their times. And what is made of it later goes on to be the same.
 */
public abstract class IncomingWaysContract extends IncomingFilesContract {
    /** More rows than an engine looks at before it reads all of them. */
    private static final int MANY = 30_000;

    /** Fewer rows, and more than an engine reads to tell what all are. */
    private static final int FAR = 3_000;

    private static final Column ID = Column.of("id", ValueType.TEXT, ColumnRole.ID);
    private static final Column AT = Column.of("at", ValueType.TIMESTAMP, ColumnRole.TIME);

    private static String rows(int count, String row) {
        return IntStream.range(0, count).mapToObj(i -> row.formatted(i) + "\n").collect(Collectors.joining());
    }

    private void assertSame(IncomingTable table, Imported imported) {
        assertThat(imported.columns()).containsAllEntriesOf(IncomingTable.TYPES);
        assertThat(lying(imported)).isEqualTo(table.lying().map(Row::id).toList());
        List<String> names = List.copyOf(imported.columns().keySet());
        Map<String, Row> rows = table.lying().collect(Collectors.toMap(Row::id, row -> row));
        assertThat(records(imported)).hasSize(rows.size()).allSatisfy(record -> {
            Row row = Objects.requireNonNull(rows.get(record.id()));
            assertThat(record.eventTime()).isEqualTo(row.time().orElse(RECEIVED));
            IncomingTable.TYPES
                    .keySet()
                    .forEach(name -> assertThat(record.values().get(names.indexOf(name)))
                            .isEqualTo(row.values().get(name)));
        });
    }

    /** The ids of the records that were made last, as these lie. */
    private List<String> lying(Imported imported) {
        return lying(files(columns(imported), target()));
    }

    private List<String> lying(Files files) {
        return scan(files, 1_000).stream()
                .flatMap(batch -> Stream.of(batch.ids()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void anyTextWhoseFirstRowsTellItsTypes(IncomingTable.Times times) {
        for (int seed = 0; seed < 10; seed++) {
            IncomingTable table = IncomingTable.random(seed, 1, times);
            assertSame(table, csv(table.csv(), ID, AT));
            assertSame(table, csv(table.csv(), ID, AT, column("x", ValueType.NUMBER), column("s", ValueType.TEXT)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyTextWhoseFirstRowsDoNot(IncomingTable.Times times) {
        for (int seed = 0; seed < 10; seed++) {
            IncomingTable table = IncomingTable.random(seed, FAR, times);
            Imported imported = csv(table.csvWithLateColumn(), ID, AT);
            assertThat(imported.columns()).containsEntry("late", ValueType.TEXT);
            assertSame(table, imported);
        }
    }

    @Test
    void timesOfWhichOnlyTheFirstLieInOrder() {
        Imported imported = csv("x,at\n" + rows(MANY, "%d,2026-01-02") + "-1,2026-01-01\n", AT);
        assertThat(lying(imported)).hasSize(MANY + 1).startsWith("batch-30001", "batch-1", "batch-2");
        assertThat(imported.written().earliest()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void refusalsNameRowsAndLinesFarFromTheFirst() {
        String many = "id,x\n" + rows(MANY, "i%d,1.5");
        assertRefused(() -> csv(many + "j,three\n", ID, column("x", ValueType.NUMBER)), "row 30001", "\"three\"");
        assertRefused(() -> csv(many + "i7,2\n", ID), "row 30001", "\"i7\"", "row 8");
        assertRefused(() -> csv(many + "k,2,3\n", ID), "line 30002", "3 values");
        assertRefused(
                () -> csv("t\n" + rows(MANY, "2026-01-01") + "late\n", column("t", ValueType.TIMESTAMP)), "row 30001");
    }

    @Test
    void textWhereTheFirstRowsHaveNumbers() {
        Imported imported = csv("a,b\n" + rows(MANY, "%d,1.5") + "none,inf\n");
        assertThat(imported.columns()).isEqualTo(IncomingTable.types("a", ValueType.TEXT, "b", ValueType.NUMBER));
        assertThat(values(imported)).contains(List.of("0", 1.5), List.of("none", Double.POSITIVE_INFINITY));
    }

    /** The records that were made last, and those after they were merged into another file. */
    private List<Files> bothForms(Imported imported, Path... changes) {
        Files files = new Files(columns(imported), List.of(target()), List.of(changes));
        Path merged = path();
        engine().merge(merged, files, Optional.empty());
        return List.of(files, files(columns(imported), merged));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 60_000}) // of the many it is known in which part of the file an id may be
    void rowsWithoutIdsAreFoundByTheirNumbers(int count) {
        for (Files files : bothForms(csv("x\n" + rows(count, "%d")))) {
            String last = "batch-" + count;
            assertThat(engine().find(files, List.of(last, "batch-2", "batch-0")).records())
                    .extracting(StoredRecord::id, record -> record.values().getFirst())
                    .containsExactlyInAnyOrder(tuple(last, count - 1L), tuple("batch-2", 1L));
            assertThat(ids(files, new Filter.In("_record_id", List.of("batch-3", "batch-x"))))
                    .containsExactly("batch-3");
            assertThat(ids(files, new Filter.Like("_record_id", "%-2"))).containsExactly("batch-2");
        }
    }

    @Test
    void rowsWithAndWithoutIdsAreChangedByThese() {
        Imported imported = csv("id,x\na,1\n,2\n,3\n", ID);
        Path changes = change(value("a", "x", "10"), value("batch-3", "x", "30"), annotation("batch-2", "n", "1"));
        for (Files files : bothForms(imported, changes)) {
            List<StoredRecord> records = find(files, Filter.ALL);
            assertThat(ids(records)).containsExactly("a", "batch-2", "batch-3");
            assertThat(records).extracting(record -> record.values().getFirst()).containsExactly(10L, 2L, 30L);
            assertThat(records.get(1).annotations()).containsEntry("n", "1");
        }
    }

    @Test
    void filesAreMergedInTheOrderInWhichTheyCameIn() {
        List<Column> columns = List.of(column("x", ValueType.INTEGER));
        csv("x\n1\n2\n");
        Path first = target();
        Path second = write(columns, new SampleRecord("c", 0, "", Map.of("x", 3L)));
        csv("id,x\na,4\n,5\nb,6\n", ID); // one of them has an id that is there already
        Files files = files(columns, first, second, target());
        Path merged = path();
        engine().merge(merged, files, Optional.empty());
        Path again = path();
        engine().merge(again, files(columns, merged), Optional.empty());
        for (Files each : List.of(files, files(columns, merged), files(columns, again))) {
            assertThat(lying(each)).containsExactly("c", "batch-1", "batch-2", "a", "batch-2", "b");
            assertThat(engine().find(each, List.of("batch-2")).records())
                    .extracting(record -> record.values().getFirst())
                    .containsExactly(5L);
        }
    }

    @Test
    void columnsThatAreCalledAsThoseOfFiles() {
        Imported imported = csv("_sequence,_id_prefix,_annotations\n7,p,n\n6,q,m\n");
        for (Files files : bothForms(imported)) {
            List<StoredRecord> records = find(files, Filter.ALL);
            assertThat(ids(records)).containsExactly("batch-1", "batch-2");
            assertThat(records)
                    .extracting(StoredRecord::values)
                    .containsExactly(List.of(7L, "p", "n"), List.of(6L, "q", "m"));
        }
    }
}
