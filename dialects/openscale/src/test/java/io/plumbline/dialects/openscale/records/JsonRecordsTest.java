package io.plumbline.dialects.openscale.records;

import static io.plumbline.dialects.openscale.records.Samples.batch;
import static io.plumbline.dialects.openscale.records.Samples.dataset;
import static io.plumbline.dialects.openscale.records.Samples.feature;
import static io.plumbline.dialects.openscale.records.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonRecordsTest {
    @Test
    void rowsAsObjectsBecomeColumns() {
        RecordBatch batch = batch(
                "[{\"GENDER\":\"M\",\"AGE\":25,\"RATE\":0.5,\"OK\":true},{\"GENDER\":\"F\",\"AGE\":28,\"RATE\":2,\"OK\":false}]");
        assertThat(batch.columns()).extracting(BatchColumn::name).containsExactly("GENDER", "AGE", "RATE", "OK");
        assertThat(texts(batch, "GENDER").values()).containsExactly("M", "F");
        assertThat(integers(batch, "AGE").values()).containsExactly(25, 28);
        assertThat(numbers(batch, "RATE").values()).containsExactly(0.5, 2);
        assertThat(((BatchColumn.Booleans) column(batch, "OK")).values()).containsExactly(true, false);
    }

    @Test
    void membersMayComeInAnyOrderAndBeLeftOut() {
        RecordBatch batch = batch("[{\"a\":1,\"b\":2},{\"b\":4,\"a\":3},{\"b\":5},{\"c\":6},{\"a\":null,\"c\":7}]");
        assertThat(integers(batch, "a").values()).containsExactly(1, 3, 0, 0, 0);
        assertThat(integers(batch, "a").missing()).isEqualTo(bits(2, 3, 4));
        assertThat(integers(batch, "b").missing()).isEqualTo(bits(3, 4));
        assertThat(integers(batch, "c").missing()).isEqualTo(bits(0, 1, 2));
    }

    @Test
    void aTableBecomesColumns() {
        RecordBatch batch = batch("{\"fields\":[\"a\",\"b\"],\"values\":[[1,\"x\"],[2,null]]}");
        assertThat(integers(batch, "a").values()).containsExactly(1, 2);
        assertThat(texts(batch, "b").missing()).isEqualTo(bits(1));
    }

    @Test
    void tablesFollowOneAnother() {
        RecordBatch batch =
                batch("[{\"fields\":[\"a\"],\"values\":[[1],[2]]},{\"values\":[[3,4]],\"fields\":[\"b\",\"a\"]}]");
        assertThat(integers(batch, "a").values()).containsExactly(1, 2, 4);
        assertThat(integers(batch, "b").missing()).isEqualTo(bits(0, 1));
    }

    @Test
    void wholeNumbersWidenWithTheFirstFraction() {
        RecordBatch batch = batch("[{\"a\":1},{\"a\":2},{\"a\":2.5},{\"a\":3}]");
        assertThat(numbers(batch, "a").values()).containsExactly(1, 2, 2.5, 3);
    }

    @Test
    void numbersBeyond64BitsBecomeFloatingPoint() {
        RecordBatch batch = batch("[{\"a\":9223372036854775807},{\"a\":9223372036854775808}]");
        assertThat(numbers(batch, "a").values()).containsExactly(0x1p63, 0x1p63);
    }

    @Test
    void nanAndInfinitiesAreTaken() {
        RecordBatch batch = batch("[{\"a\":1},{\"a\":NaN},{\"a\":-Infinity}]");
        assertThat(numbers(batch, "a").values()).containsExactly(1, Double.NaN, Double.NEGATIVE_INFINITY);
        assertThat(numbers(batch, "a").missing().isEmpty()).isTrue();
    }

    @Test
    void arraysOfNumbersAreVectors() {
        RecordBatch batch = batch("[{\"p\":[0.25,0.75]},{\"p\":null},{\"p\":[1,null]}]");
        BatchColumn.Vectors vectors = (BatchColumn.Vectors) column(batch, "p");
        assertThat(vectors.values()[0]).containsExactly(0.25, 0.75);
        assertThat(vectors.values()[1]).isEmpty();
        assertThat(vectors.values()[2]).containsExactly(1, Double.NaN);
    }

    @Test
    void otherNestedValuesAreJson() {
        RecordBatch batch = batch("[{\"a\":[1,\"x\",[2]]},{\"a\":{\"b\":[1.5]}},{\"a\":[]},{\"a\":[3]}]");
        BatchColumn.Texts json = texts(batch, "a");
        assertThat(json.type()).isEqualTo(ValueType.JSON);
        assertThat(json.values()).containsExactly("[1,\"x\",[2]]", "{\"b\":[1.5]}", "[]", "[3]");
    }

    @Test
    void theSchemaSaysWhatValuesAre() {
        RecordBatch batch = batch(
                "[{\"n\":1,\"t\":\"2026-01-31T12:00:00+01:00\",\"j\":\"x\",\"b\":\"AQI=\"}]",
                feature("n", ValueType.NUMBER),
                feature("t", ValueType.TIMESTAMP),
                feature("j", ValueType.JSON),
                feature("b", ValueType.BINARY));
        assertThat(numbers(batch, "n").values()).containsExactly(1);
        assertThat(((BatchColumn.Timestamps) column(batch, "t")).micros())
                .containsExactly(micros("2026-01-31T11:00:00Z"));
        assertThat(texts(batch, "j").values()).containsExactly("\"x\"");
        assertThat(((BatchColumn.Binaries) column(batch, "b")).values()[0]).containsExactly(1, 2);
    }

    @Test
    void columnsWithoutAnyValueAreLeftOutUnlessTheSchemaKnowsThem() {
        RecordBatch batch = batch("[{\"a\":null,\"b\":null,\"c\":1}]", feature("b", ValueType.TEXT));
        assertThat(batch.columns()).extracting(BatchColumn::name).containsExactly("b", "c");
    }

    @Test
    void recordsWithoutIdAndTimeAreGivenThem() {
        RecordBatch batch = batch("[{\"a\":1},{\"a\":2}]");
        assertThat(batch.ids()[0]).matches("[0-9a-f-]{36}-1");
        assertThat(batch.ids()[1]).isEqualTo(batch.ids()[0].substring(0, 36) + "-2");
        assertThat(batch.eventTimes()).containsExactly(micros("2026-03-04T05:06:07.123456Z"), batch.eventTimes()[0]);
        assertThat(batch.transactions()).isEmpty();
    }

    @Test
    void recordsKeepTheirOwnIdTimeAndTransaction() {
        RecordBatch batch = batch("""
                [{"record_id":"r-1","record_timestamp":"2026-01-01T00:00:00Z","transaction_id":"t","a":1},
                 {"record_id":17,"a":2}]""", Samples.ID, Samples.TIME, Samples.TRANSACTION);
        assertThat(batch.ids()).containsExactly("r-1", "17");
        assertThat(batch.eventTimes())
                .containsExactly(micros("2026-01-01T00:00:00Z"), micros("2026-03-04T05:06:07.123456Z"));
        assertThat(batch.transactions().orElseThrow()).containsExactly("t", null);
        assertThat(batch.columns()).extracting(BatchColumn::name).containsExactly("a");
    }

    @Test
    void aMemberThatIsAColumnMakesTheElementARow() {
        RecordBatch batch = batch("[{\"request\":{\"fields\":[]}}]", feature("request", ValueType.JSON));
        assertThat(texts(batch, "request").values()).containsExactly("{\"fields\":[]}");
    }

    @Test
    void rowsThatOnlyHaveMembersOfPayloadsAreRows() {
        RecordBatch batch = batch("[{\"scoring_id\":\"x\",\"response_time\":3},{\"scoring_id\":\"y\"}]");
        assertThat(texts(batch, "scoring_id").values()).containsExactly("x", "y");
        assertThat(integers(batch, "response_time").missing()).isEqualTo(bits(1));
    }

    @Test
    void theSameRecordsWithIdsAreTheSameBatchInEveryForm() {
        Incoming dict = json(dataset(Samples.ID), "[{\"record_id\":\"r\",\"a\":1,\"b\":\"x\"}]");
        Incoming list =
                json(dataset(Samples.ID), "{\"fields\":[\"b\",\"record_id\",\"a\"],\"values\":[[\"x\",\"r\",1]]}");
        Incoming other = json(dataset(Samples.ID), "[{\"record_id\":\"r\",\"a\":2,\"b\":\"x\"}]");
        assertThat(list.batchId())
                .isEqualTo(dict.batchId())
                .startsWith("content-")
                .hasSize(64);
        assertThat(other.batchId()).isNotEqualTo(dict.batchId());
    }

    @Test
    void recordsWithoutIdsAreANewBatchEachTime() {
        RecordsReader reader = Samples.reader();
        List<String> ids = List.of("[{\"a\":1}]", "[{\"a\":1}]").stream()
                .map(body ->
                        Samples.read(reader, dataset(), Optional.empty(), body).batchId())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void theSendersKeyNamesTheBatch() {
        assertThat(Samples.read(Samples.reader(), dataset(), Optional.of("order-66"), "[{\"a\":1}]")
                        .batchId())
                .matches("key-[0-9a-f]{56}");
    }

    static BatchColumn column(RecordBatch batch, String name) {
        return batch.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static BatchColumn.Texts texts(RecordBatch batch, String name) {
        return (BatchColumn.Texts) column(batch, name);
    }

    private static BatchColumn.Integers integers(RecordBatch batch, String name) {
        return (BatchColumn.Integers) column(batch, name);
    }

    private static BatchColumn.Numbers numbers(RecordBatch batch, String name) {
        return (BatchColumn.Numbers) column(batch, name);
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }

    private static long micros(String time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time));
    }
}
