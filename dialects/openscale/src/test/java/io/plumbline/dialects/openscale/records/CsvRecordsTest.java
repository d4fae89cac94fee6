package io.plumbline.dialects.openscale.records;

import static io.plumbline.dialects.openscale.records.JsonRecordsTest.column;
import static io.plumbline.dialects.openscale.records.Samples.dataset;
import static io.plumbline.dialects.openscale.records.Samples.feature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.dialects.openscale.records.CsvOptions.Header;
import io.plumbline.dialects.openscale.records.columns.Limits;
import io.plumbline.dialects.openscale.wire.OnError;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.http.MediaType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRecordsTest {
    private static final Dataset DATASET = dataset(
            Samples.ID,
            Samples.TIME,
            feature("n", ValueType.NUMBER),
            feature("i", ValueType.INTEGER),
            feature("s", ValueType.TEXT),
            feature("b", ValueType.BOOLEAN),
            feature("v", ValueType.VECTOR),
            feature("j", ValueType.JSON));

    @Test
    void fieldsAreReadAsTheTypesOfTheSchema() {
        RecordBatch batch = read(DATASET, """
                        record_id,record_timestamp,n,i,s,b,v,j
                        r1,2026-01-01 00:00:00,007,42,"a, ""b""
                        c",True,"[0.25, 0.75]","{""x"": [1]}"
                        2,,1e3,,,,,
                        """).batch();
        assertThat(batch.ids()).containsExactly("r1", "2");
        assertThat(batch.eventTimes()[0]).isEqualTo(1_767_225_600_000_000L);
        assertThat(((BatchColumn.Numbers) column(batch, "n")).values()).containsExactly(7, 1000);
        assertThat(((BatchColumn.Integers) column(batch, "i")).values()).containsExactly(42, 0);
        assertThat(((BatchColumn.Texts) column(batch, "s")).values()[0]).isEqualTo("a, \"b\"\nc");
        assertThat(((BatchColumn.Booleans) column(batch, "b")).values()[0]).isTrue();
        assertThat(((BatchColumn.Vectors) column(batch, "v")).values()[0]).containsExactly(0.25, 0.75);
        assertThat(((BatchColumn.Texts) column(batch, "j")).values()[0]).isEqualTo("{\"x\":[1]}");
        for (String name : new String[] {"i", "s", "b", "v", "j"}) {
            assertThat(column(batch, name).missing().get(1)).as(name).isTrue();
        }
    }

    @Test
    void fieldsOfNewColumnsAreReadByAllTheirTexts() {
        RecordBatch batch = read(dataset(), "a,b,c,d,e,f\n1,1,x,true,007,\n,2.5,2,FALSE,8,\n")
                .batch();
        assertThat(((BatchColumn.Integers) column(batch, "a")).missing()).isEqualTo(BitSet.valueOf(new long[] {2}));
        assertThat(((BatchColumn.Numbers) column(batch, "b")).values()).containsExactly(1, 2.5);
        assertThat(((BatchColumn.Texts) column(batch, "c")).values()).containsExactly("x", "2");
        assertThat(((BatchColumn.Booleans) column(batch, "d")).values()).containsExactly(true, false);
        assertThat(((BatchColumn.Texts) column(batch, "e")).values()).containsExactly("007", "8");
        assertThat(batch.columns()).extracting(BatchColumn::name).doesNotContain("f");
    }

    @Test
    void aHeaderIsFoundOut() {
        assertThat(read(DATASET, "n,extra\n1,2\n").batch().rows()).isEqualTo(1);
        assertThat(read(DATASET, "1,2,x,true,[1],{}\n").batch().rows()).isEqualTo(1);
        assertThat(read(dataset(), "a,b\nc,d\n").batch().rows()).isEqualTo(1);
        assertThatThrownBy(() -> read(dataset(), "a,1\nc,d\n")).hasMessageContaining("there is no header");
    }

    @Test
    void aHeaderIsTold() {
        CsvOptions absent = options(Optional.of(Header.ABSENT), 0, Long.MAX_VALUE, ',', OnError.STOP);
        Dataset texts = dataset(feature("x", ValueType.TEXT), feature("y", ValueType.TEXT));
        RecordBatch batch = read(texts, absent, "x,y\nc,d\n").batch();
        assertThat(((BatchColumn.Texts) column(batch, "x")).values()).containsExactly("x", "c");
        CsvOptions present = options(Optional.of(Header.PRESENT), 0, Long.MAX_VALUE, ',', OnError.STOP);
        assertThat(read(dataset(), present, "a,1\nc,d\n").batch().columns())
                .extracting(BatchColumn::name)
                .containsExactly("a", "1");
    }

    @Test
    void withoutAHeaderFieldsAreTheColumnsThatASenderFillsOrAllOfThem() {
        Dataset both = dataset(Samples.ID, feature("x", ValueType.INTEGER), feature("_y", ValueType.INTEGER));
        assertThat(read(both, "1\n2\n").batch().columns())
                .extracting(BatchColumn::name)
                .containsExactly("x");
        RecordBatch all = read(both, "r1,1,2\n").batch();
        assertThat(all.ids()).containsExactly("r1");
        assertThat(all.columns()).extracting(BatchColumn::name).containsExactly("x", "_y");
    }

    @Test
    void rowsArePassedOverAndLimited() {
        CsvOptions options = options(Optional.empty(), 1, 2, ';', OnError.STOP);
        RecordBatch batch =
                read(dataset(), options, "a;b\n1;x\n2;x\n3;x\n4;\"never closed").batch();
        assertThat(((BatchColumn.Integers) column(batch, "a")).values()).containsExactly(2, 3);
    }

    @Test
    void badRowsStopEverything() {
        assertThatThrownBy(() -> read(DATASET, "n,i\n1,2\n\"x\ny\",3\n"))
                .hasMessage("line 3: the column n takes numbers, not the text \"x\ny\"");
    }

    @Test
    void badRowsArePassedOverAndTold() {
        CsvOptions options = options(Optional.empty(), 0, Long.MAX_VALUE, ',', OnError.CONTINUE);
        Incoming incoming =
                read(DATASET, options, "i,n,s\n1,1,a\n2.5,x,b\n3\n4,4,c,d\n5,5,e\n6,?,f\n7,?,f\n8,?,f\n9,?,f\n");
        assertThat(((BatchColumn.Integers) column(incoming.batch(), "i")).values())
                .containsExactly(1, 5);
        assertThat(((BatchColumn.Texts) column(incoming.batch(), "s")).values()).containsExactly("a", "e");
        assertThat(incoming.skipped().rows()).isEqualTo(7);
        assertThat(incoming.skipped().reasons())
                .hasSize(5)
                .startsWith(
                        "line 3: the column n takes numbers, not the text \"x\"",
                        "line 4: the row has 1 fields where there are 3 columns",
                        "line 5: the row has 4 fields where there are 3 columns");
    }

    @Test
    void nothingButBadRowsIsRefused() {
        CsvOptions options = options(Optional.empty(), 0, Long.MAX_VALUE, ',', OnError.CONTINUE);
        assertThatThrownBy(() -> read(DATASET, options, "n\nx\n"))
                .hasMessageStartingWith("the body has no good records; first bad one: line 2");
    }

    @Test
    void aTooLongRowIsBad() {
        CsvOptions options = new CsvOptions(Optional.empty(), 0, Long.MAX_VALUE, ',', OnError.CONTINUE, 10);
        Incoming incoming = read(DATASET, options, "s\nshort\nééééé\néééééé\nlonger than that\n");
        assertThat(incoming.batch().rows()).isEqualTo(1);
        assertThat(incoming.skipped().reasons().getFirst()).isEqualTo("line 3: the row is longer than 10 bytes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            n,n\\n1,2             | line 1: the column n is named twice
            n,\\n1,2              | line 1: the header has a column without a name
            n\\n"1                | line 2: a quote is opened and never closed
            n,s\\n1,"a\\n2,b      | line 2: a quote is opened and never closed
            v\\nnonsense          | line 2: the column v takes arrays of numbers, not the text "nonsense"
            v\\n0.5               | line 2: the column v takes arrays of numbers, not the number 0.5
            v\\n[1] 2             | line 2: the column v takes arrays of numbers, not the text "[1] 2"
            j\\n{                 | line 2: the column j takes nested values, not the text "{"
            b\\nyes               | line 2: the column b takes true and false, not the text "yes"
            i\\n0x1F              | line 2: the column i takes numbers, not the text "0x1F"
            n\\n1d                | line 2: the column n takes numbers, not the text "1d"
            record_timestamp\\nx  | line 2: the column record_timestamp takes times such as 2026-01-31T12:00:00.000Z, not the text "x"
            record_id\\na\\na     | row 2: the column record_id has the value "a" of row 1
            n                     | the body has no records
            1,2,3                 | line 1: there is no header, and 3 fields do not fit the 8 columns of the data set
            """)
    void isRefusedAndSaysWhere(String body, String message) {
        assertThatThrownBy(() -> read(DATASET, body.replace("\\n", "\n")))
                .isInstanceOf(PlumblineException.class)
                .hasMessage(message);
    }

    @Test
    void anEmptyBodyIsRefused() {
        assertThatThrownBy(() -> read(DATASET, "")).hasMessage("the body has no records");
    }

    @Test
    void theContentTypeNamesTheCharacterSet() {
        byte[] body = "s\nGrün\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(((BatchColumn.Texts) column(
                                bytes("text/csv; charset=iso-8859-1", body).batch(), "s"))
                        .values())
                .containsExactly("Grün");
        assertThatThrownBy(() -> bytes("text/csv", body)).hasMessageContaining("character set");
        assertThatThrownBy(() -> bytes("text/csv; charset=klingon", body)).hasMessageContaining("klingon");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        byte[] body = "\uFEFF\"n\",s\r\n1,x\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(bytes("text/csv", body).batch().columns())
                .extracting(BatchColumn::name)
                .containsExactly("n", "s");
    }

    @Test
    void aLargeBodyIsTooLarge() {
        RecordsReader reader = Samples.reader(new Limits(10, 10, 10));
        assertThatThrownBy(() -> reader.read(
                        DATASET,
                        Optional.empty(),
                        MediaType.of("text/csv"),
                        CsvOptions.DEFAULT,
                        Samples.stream("n\n1\n2\n3\n4\n5\n")))
                .isInstanceOfSatisfying(
                        PlumblineException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.TooLarge.class));
    }

    @Test
    void theSameRecordsAreTheSameBatchAsInJson() {
        Dataset dataset = dataset(Samples.ID, feature("n", ValueType.INTEGER));
        assertThat(read(dataset, "n,record_id\n1,a\n").batchId())
                .isEqualTo(
                        Samples.json(dataset, "[{\"record_id\":\"a\",\"n\":1}]").batchId());
    }

    private static CsvOptions options(Optional<Header> header, long skip, long limit, char delimiter, OnError onError) {
        return new CsvOptions(header, skip, limit, delimiter, onError, CsvOptions.DEFAULT.longestLine());
    }

    private static Incoming read(Dataset dataset, String body) {
        return read(dataset, CsvOptions.DEFAULT, body);
    }

    private static Incoming read(Dataset dataset, CsvOptions options, String body) {
        return Samples.reader()
                .read(dataset, Optional.empty(), MediaType.of("text/csv"), options, Samples.stream(body));
    }

    private static Incoming bytes(String type, byte[] body) {
        return Samples.reader()
                .read(
                        DATASET,
                        Optional.empty(),
                        MediaType.of(type),
                        CsvOptions.DEFAULT,
                        new ByteArrayInputStream(body));
    }
}
