package io.plumbline.compute.testkit.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.Filter.Comparison;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.GroupTable.Bin;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordEngine.Written;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordQuery.Direction;
import io.plumbline.domain.record.RecordQuery.Order;
import io.plumbline.domain.record.StoredRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How changes lie over records, and how they are folded in. */
public abstract class RecordChangesContract extends RecordGroupContract {
    private static final List<Column> COLUMNS =
            List.of(column("x", ValueType.NUMBER), column("s", ValueType.TEXT), column("n", ValueType.INTEGER));

    private Path records() {
        return write(
                COLUMNS,
                SampleRecord.of("a", 1, "x", 1.0, "s", "one", "n", 1L),
                SampleRecord.of("b", 2, "x", 2.0, "s", "two", "n", 2L),
                SampleRecord.of("c", 3, "x", 3.0, "s", "three", "n", 3L));
    }

    private static Files over(Path records, Path... changes) {
        return new Files(COLUMNS, List.of(records), List.of(changes));
    }

    /** The files as they are, and folded into one. */
    private List<Files> bothWays(Files files) {
        Path merged = path();
        engine().merge(merged, files, Optional.empty());
        return List.of(files, files(files.columns(), merged));
    }

    @Test
    void changedValuesAreSeenByValuesFiltersOrdersAndGroups() {
        Path changes = change(value("a", "x", "9.5"), value("b", "s", null), value("c", "n", "-1"));
        for (Files files : bothWays(over(records(), changes))) {
            assertThat(find(files, Filter.ALL))
                    .extracting(StoredRecord::values)
                    .containsExactly(List.of(9.5, "one", 1L), Arrays.asList(2.0, null, 2L), List.of(3.0, "three", -1L));
            assertThat(ids(files, new Filter.Compare("x", Comparison.GREATER, "3")))
                    .containsExactly("a");
            assertThat(ids(files, new Filter.Missing("s"))).containsExactly("b");
            assertThat(ids(files, new Filter.Like("s", "t%"))).containsExactly("c");
            Order order = new Order.By(List.of(new RecordQuery.Key("n", Direction.ASCENDING)));
            assertThat(ids(find(files, Filter.ALL, order).records())).containsExactly("c", "a", "b");
            assertThat(engine().group(files, groups(List.of("n"), List.of(), Optional.empty()), NOTHING)
                            .rows())
                    .containsExactly(List.of(-1L), List.of(1L), List.of(2L));
            assertThat(engine().find(files, List.of("a")).records().getFirst().values())
                    .containsExactly(9.5, "one", 1L);
            RecordBatch scanned = scan(files, 10).getFirst();
            assertThat(((BatchColumn.Numbers) scanned.columns().getFirst()).values())
                    .containsExactly(9.5, 2, 3);
        }
    }

    @Test
    void ofTwoChangesTheLaterCounts() {
        Path first = change(value("a", "n", "5"), value("a", "n", "6"), value("b", "n", "7"), value("c", "n", "8"));
        Path second = change(value("b", "n", null), value("c", "n", null), value("c", "n", "9"));
        for (Files files : bothWays(over(records(), first, second))) {
            assertThat(find(files, Filter.ALL))
                    .extracting(record -> record.values().get(2))
                    .containsExactly(6L, null, 9L);
        }
        assertThat(find(over(records(), second, first), Filter.ALL))
                .extracting(record -> record.values().get(2))
                .containsExactly(6L, 7L, 8L);
    }

    @Test
    void annotationsAreKeptBesideTheValues() {
        Path first = change(
                annotation("a", "note", "\"seen\""), annotation("a", "n", "1"), annotation("b", "note", "{\"k\":[1]}"));
        Path second = change(annotation("a", "n", null), annotation("b", "it's", "null"));
        for (Files files : bothWays(over(records(), first, second))) {
            List<StoredRecord> records = find(files, Filter.ALL);
            assertThat(records.get(0).annotations()).isEqualTo(Map.of("note", "\"seen\""));
            assertThat(records.get(1).annotations()).isEqualTo(Map.of("note", "{\"k\":[1]}", "it's", "null"));
            assertThat(records.get(2).annotations()).isEmpty();
            assertThat(records.get(0).values()).containsExactly(1.0, "one", 1L);
            Files more =
                    new Files(COLUMNS, files.records(), concat(files.changes(), change(annotation("b", "note", "2"))));
            assertThat(engine().find(more, List.of("b")).records().getFirst().annotations())
                    .containsEntry("note", "2")
                    .containsEntry("it's", "null");
        }
    }

    private static List<Path> concat(List<Path> paths, Path path) {
        return Stream.concat(paths.stream(), Stream.of(path)).toList();
    }

    static Stream<Arguments> changedValues() {
        return Stream.of(
                Arguments.of("x", "\"NaN\"", Double.NaN),
                Arguments.of("x", "1e3", 1000.0),
                Arguments.of("x", "\"abc\"", null),
                Arguments.of("x", "null", null),
                Arguments.of("x", "[1]", null),
                Arguments.of("n", "2.0", 2L),
                Arguments.of("n", "2.5", null),
                Arguments.of("n", "99999999999999999999", null),
                Arguments.of("n", "9007199254740993", 9007199254740993L),
                Arguments.of("s", "\"5\"", "5"),
                Arguments.of("s", "5", "5"),
                Arguments.of("s", "\"a\\u00e9\\n\\\"\"", "aé\n\""),
                Arguments.of("s", "\"null\"", "null"),
                Arguments.of("s", "null", null));
    }

    @ParameterizedTest
    @MethodSource("changedValues")
    void aChangedValueIsReadAsTheColumnsTypeAndIsMissingWhereItIsNot(
            String field, String json, @Nullable Object expected) {
        for (Files files : bothWays(over(records(), change(value("a", field, json))))) {
            int position = List.of("x", "s", "n").indexOf(field);
            assertThat(find(files, Filter.ALL).getFirst().values().get(position))
                    .isEqualTo(expected);
        }
    }

    @Test
    void valuesOfEveryTypeCanBeChanged() {
        List<Column> columns = List.of(
                column("at", ValueType.TIMESTAMP),
                column("flag", ValueType.BOOLEAN),
                column("v", ValueType.VECTOR),
                column("j", ValueType.JSON),
                column("b", ValueType.BINARY));
        Path file = write(columns, SampleRecord.of("a", 1));
        byte[] bytes = {1, -1};
        Path changes = change(
                value("a", "at", "\"2026-01-01T02:00:00.5+02:00\""),
                value("a", "flag", "true"),
                value("a", "v", "[0.5, -2]"),
                value("a", "j", "{\"k\": null}"),
                value("a", "b", '"' + Base64.getEncoder().encodeToString(bytes) + '"'));
        for (Files files : bothWays(new Files(columns, List.of(file), List.of(changes)))) {
            assertThat(find(files, Filter.ALL).getFirst().values())
                    .usingRecursiveComparison()
                    .isEqualTo(List.of(
                            Instant.parse("2026-01-01T00:00:00.5Z"),
                            true,
                            new double[] {0.5, -2},
                            "{\"k\": null}",
                            bytes));
        }
        Path wrong = change(
                value("a", "flag", "1"),
                value("a", "v", "\"x\""),
                value("a", "b", "\"###\""),
                value("a", "at", "\"soon\""),
                value("a", "j", "null"));
        for (Files files : bothWays(new Files(columns, List.of(file), List.of(changes, wrong)))) {
            assertThat(find(files, Filter.ALL).getFirst().values()).containsOnlyNulls();
        }
    }

    @Test
    void aChangeThatIsNoJsonIsRefused() {
        assertInvalid("x", () -> change(value("a", "s", "\"fine\""), value("a", "x", "{broken")));
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void whatWasWrittenOfChangesIsTold() {
        RecordChange early = new RecordChange("a", RecordChange.Part.VALUE, "x", Optional.empty(), Instant.EPOCH);
        Written written = engine().writeChanges(path(), List.of(value("b", "x", "1"), early));
        assertThat(written.rows()).isEqualTo(2);
        assertThat(written.earliest()).isEqualTo(Instant.EPOCH);
        assertThat(written.latest()).isEqualTo(RECEIVED);
    }

    @Test
    void mergingLeavesOutWhatIsBefore() {
        Path merged = path();
        Written written = engine().merge(merged, over(records()), Optional.of(Instant.EPOCH.plusNanos(1_500)));
        assertThat(written.rows()).isEqualTo(2);
        assertThat(written.earliest()).isEqualTo(Instant.EPOCH.plusNanos(2_000));
        assertThat(ids(files(COLUMNS, merged), Filter.ALL)).containsExactly("b", "c");
        Path none = path();
        assertThat(engine().merge(none, over(merged), Optional.of(RECEIVED)).rows())
                .isZero();
        assertThat(ids(files(COLUMNS, none), Filter.ALL)).isEmpty();
    }

    @Test
    void changesOfUnknownRecordsAndColumnsChangeNothing() {
        Path changes = change(value("nobody", "x", "5"), value("a", "unknown", "5"));
        for (Files files : bothWays(over(records(), changes))) {
            assertThat(find(files, Filter.ALL))
                    .extracting(record -> record.values().getFirst())
                    .containsExactly(1.0, 2.0, 3.0);
        }
    }

    @Test
    void groupsCountChangedValuesInBins() {
        Path changes = change(value("a", "x", "11"));
        GroupQuery query = groups(List.of("x"), List.of(), Optional.of(3));
        assertThat(engine().group(over(records(), changes), query, NOTHING).rows())
                .containsExactly(List.of(new Bin(2, 5)), List.of(new Bin(8, 11)));
    }
}
