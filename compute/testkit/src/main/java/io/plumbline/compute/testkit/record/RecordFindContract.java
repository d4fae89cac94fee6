package io.plumbline.compute.testkit.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.Filter.Comparison;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordEngine.Received;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordQuery.Counting;
import io.plumbline.domain.record.RecordQuery.Direction;
import io.plumbline.domain.record.RecordQuery.Order;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What questions for records answer, and which are refused. */
public abstract class RecordFindContract extends RecordFilterContract {
    @Test
    void unknownFieldsAreRefusedByName() {
        Files files = sample();
        assertInvalid("X", () -> ids(files, new Filter.Present("X")));
        assertInvalid(
                "y",
                () -> find(files, Filter.ALL, new Order.By(List.of(new RecordQuery.Key("y", Direction.ASCENDING)))));
        assertInvalid(
                "v",
                () -> find(files, Filter.ALL, new Order.By(List.of(new RecordQuery.Key("v", Direction.ASCENDING)))));
        assertInvalid("_record_id", () -> engine().find(files, only("_record_id"), NOTHING));
    }

    private static RecordQuery only(String... columns) {
        return new RecordQuery(
                Optional.empty(),
                Optional.empty(),
                Filter.ALL,
                Optional.of(List.of(columns)),
                new Order.By(List.of()),
                0,
                10,
                Counting.NOT_COUNTED);
    }

    @Test
    void columnsComeInTheOrderAskedFor() {
        RecordPage page = engine().find(sample(), only("s", "x"), NOTHING);
        assertThat(page.columns()).extracting(Column::name).containsExactly("s", "x");
        assertThat(page.records().getFirst().values()).containsExactly("ab", 1.5);
        assertThat(page.total()).isEmpty();
        assertThat(engine().find(sample(), only(), NOTHING).records().getFirst().values())
                .isEmpty();
    }

    @Test
    void someOfManyValuesAndNoneOfNone() {
        assertThat(ids(sample(), new Filter.In("n", List.of("3", "1", "77")))).containsExactly("a", "c");
        assertThat(ids(sample(), new Filter.In("n", List.of()))).isEmpty();
        List<String> many =
                IntStream.range(0, 20_000).mapToObj(Integer::toString).toList();
        assertThat(ids(sample(), new Filter.In("n", many))).containsExactly("a", "b", "c");
    }

    @Test
    void timeIsFromIncludedUntilExcluded() {
        RecordQuery query = new RecordQuery(
                Optional.of(Instant.ofEpochSecond(2)),
                Optional.of(Instant.ofEpochSecond(4)),
                Filter.ALL,
                Optional.empty(),
                new Order.By(List.of()),
                0,
                10,
                Counting.COUNTED);
        RecordPage page = engine().find(sample(), query, NOTHING);
        assertThat(ids(page.records())).containsExactly("b", "c");
        assertThat(page.total()).hasValue(2);
    }

    @Test
    void everInstantCanBeAskedFor() {
        RecordQuery query = new RecordQuery(
                Optional.of(Instant.MIN),
                Optional.of(Instant.MAX),
                Filter.ALL,
                Optional.empty(),
                new Order.By(List.of()),
                0,
                10,
                Counting.NOT_COUNTED);
        assertThat(engine().find(sample(), query, NOTHING).records()).hasSize(4);
    }

    @Test
    void missingComesLastEitherWay() {
        Files files = sample();
        assertThat(ids(ordered(files, "x", Direction.ASCENDING))).containsExactly("b", "a", "c", "d");
        assertThat(ids(ordered(files, "x", Direction.DESCENDING))).containsExactly("c", "a", "b", "d");
        assertThat(ids(ordered(files, "_record_id", Direction.DESCENDING))).containsExactly("d", "c", "b", "a");
    }

    private List<io.plumbline.domain.record.StoredRecord> ordered(Files files, String field, Direction direction) {
        return find(files, Filter.ALL, new Order.By(List.of(new RecordQuery.Key(field, direction))))
                .records();
    }

    @Test
    void pagesFollowEachOther() {
        Files files = sample();
        List<String> seen = new ArrayList<>();
        for (int offset = 0; offset < 6; offset += 2) {
            RecordPage page = engine().find(files, query(Filter.ALL, new Order.By(List.of()), offset, 2), NOTHING);
            seen.addAll(ids(page.records()));
            assertThat(page.total()).hasValue(4);
        }
        assertThat(seen).containsExactly("a", "b", "c", "d");
        assertThat(engine().find(files, query(Filter.ALL, new Order.By(List.of()), 0, 0), NOTHING)
                        .records())
                .isEmpty();
        assertInvalid("limit", () -> engine().find(files, query(Filter.ALL, new Order.By(List.of()), 0, -1), NOTHING));
        assertInvalid("offset", () -> engine().find(files, query(Filter.ALL, new Order.By(List.of()), -1, 1), NOTHING));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, -7, 1e300})
    void aSampleDependsOnSeedAndRecordsAlone(double seed) {
        List<SampleRecord> records = IntStream.range(0, 1000)
                .mapToObj(i -> SampleRecord.of("r" + i, i, "n", (long) i))
                .toList();
        Path whole = write(COLUMNS, records.toArray(SampleRecord[]::new));
        Path first = write(COLUMNS, records.subList(500, 1000).toArray(SampleRecord[]::new));
        Path second = write(COLUMNS, records.subList(0, 500).toArray(SampleRecord[]::new));
        RecordQuery sample = query(Filter.ALL, new Order.Random(seed), 0, 100);
        List<String> ids =
                ids(engine().find(files(COLUMNS, whole), sample, NOTHING).records());
        assertThat(ids(engine().find(files(COLUMNS, first, second), sample, NOTHING)
                        .records()))
                .isEqualTo(ids);
        RecordQuery another = query(Filter.ALL, new Order.Random(seed + 1 + Math.abs(seed)), 0, 100);
        assertThat(ids(engine().find(files(COLUMNS, whole), another, NOTHING).records()))
                .isNotEqualTo(ids);
        long high = ids.stream()
                .filter(id -> Integer.parseInt(id.substring(1)) >= 500)
                .count();
        assertThat(high).as("of 100 from the later half").isBetween(25L, 75L);
        assertThat(new HashSet<>(ids)).hasSize(100);
    }

    @Test
    void joinedRecordsShareATransactionWithOneThatFits() {
        List<Column> labels = List.of(column("label", ValueType.TEXT));
        Path scored = write(
                COLUMNS,
                SampleRecord.of("a", 1, "n", 1L).in("t1"),
                SampleRecord.of("b", 2, "n", 2L).in("t2"),
                SampleRecord.of("c", 3, "n", 3L),
                SampleRecord.of("d", 4, "n", 4L).in("t1"));
        Path labelled = write(
                labels,
                SampleRecord.of("l1", 1, "label", "good").in("t1"),
                SampleRecord.of("l2", 2, "label", "bad").in("t2"),
                SampleRecord.of("l3", 3, "label", "good"));
        Files others = new Files(labels, List.of(labelled), List.of(change(value("l2", "label", "\"good\""))));
        Filter good = new Filter.Joined(dataset(7), new Filter.Compare("label", Comparison.EQUAL, "good"));
        Filter some = new Filter.And(List.of(good, new Filter.Compare("n", Comparison.LESS, "4")));
        RecordPage page = engine().find(
                        files(COLUMNS, scored), query(some, new Order.By(List.of()), 0, 10), dataset -> {
                            assertThat(dataset).isEqualTo(dataset(7));
                            return others;
                        });
        assertThat(ids(page.records())).containsExactly("a", "b");
        assertThat(page.total()).hasValue(2);
    }

    @Test
    void recordsAreFoundByTheirIdsTheLaterOneOfTwo() {
        Path file = write(
                COLUMNS,
                List.of(
                        new Received(RECEIVED, SampleRecord.batch(COLUMNS, List.of(SampleRecord.of("a", 9, "n", 1L)))),
                        new Received(RECEIVED, SampleRecord.batch(COLUMNS, List.of(SampleRecord.of("a", 5, "n", 2L)))),
                        new Received(
                                RECEIVED.minusSeconds(1),
                                SampleRecord.batch(
                                        COLUMNS,
                                        List.of(
                                                SampleRecord.of("a", 20, "n", 3L),
                                                SampleRecord.of("b", 3, "n", 4L))))));
        Path later = write(COLUMNS, SampleRecord.of("b", 1, "n", 5L), SampleRecord.of("c", 0, "n", 6L));
        Path merged = path();
        engine().merge(merged, files(COLUMNS, file, later), Optional.empty());
        for (Files files : List.of(files(COLUMNS, file, later), files(COLUMNS, merged))) {
            RecordPage page = engine().find(files, List.of("c", "b", "a", "nobody", "a"));
            assertThat(ids(page.records())).containsExactly("c", "b", "a");
            assertThat(page.records())
                    .extracting(record -> record.values().get(1))
                    .containsExactly(6L, 5L, 2L);
        }
        assertThat(engine().find(files(COLUMNS, file), List.of()).records()).isEmpty();
    }
}
