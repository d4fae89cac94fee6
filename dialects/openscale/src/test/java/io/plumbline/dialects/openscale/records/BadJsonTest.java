package io.plumbline.dialects.openscale.records;

import static io.plumbline.dialects.openscale.records.Samples.dataset;
import static io.plumbline.dialects.openscale.records.Samples.feature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.dialects.openscale.records.columns.Limits;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.ValueType;
import io.plumbline.http.MediaType;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadJsonTest {
    private static final Dataset DATASET = dataset(
            Samples.ID,
            Samples.TIME,
            feature("n", ValueType.NUMBER),
            feature("i", ValueType.INTEGER),
            feature("s", ValueType.TEXT),
            feature("b", ValueType.BOOLEAN),
            feature("t", ValueType.TIMESTAMP),
            feature("v", ValueType.VECTOR),
            feature("raw", ValueType.BINARY));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"n":1},{"n":"x"}]                       | row 2: the column n takes numbers, not the text "x"
            [{"n":true}]                              | row 1: the column n takes numbers, not true
            [{"i":[1]}]                               | row 1: the column i takes numbers, not an array of numbers
            [{"s":"a"},{"s":"b"},{"s":3}]             | row 3: the column s takes texts, not the whole number 3
            [{"s":0.5}]                               | row 1: the column s takes texts, not the number 0.5
            [{"s":{"x":1}}]                           | row 1: the column s takes texts, not a nested value
            [{"b":"true"}]                            | row 1: the column b takes true and false, not the text "true"
            [{"t":"yesterday"}]                       | row 1: the column t takes times such as 2026-01-31T12:00:00.000Z, not the text "yesterday"
            [{"t":1700000000}]                        | row 1: the column t takes times such as 2026-01-31T12:00:00.000Z, not the whole number 1700000000
            [{"t":"2026-02-30T00:00:00Z"}]            | row 1: the column t takes times such as 2026-01-31T12:00:00.000Z, not the text "2026-02-30T00:00:00Z"
            [{"v":0.5}]                               | row 1: the column v takes arrays of numbers, not the number 0.5
            [{"v":[1,"x"]}]                           | row 1: the column v takes arrays of numbers, not a nested value
            [{"raw":"%%%"}]                           | row 1: the column raw takes bytes as base64, not the text "%%%"
            [{"new":1},{"new":"x"}]                   | row 2: the column new takes numbers, not the text "x"
            [{"n":1,"n":2}]                           | row 1: the column n is named twice
            [{"record_id":"a"},{"record_id":"a"}]     | row 2: the column record_id has the value "a" of row 1
            [{"record_id":" "}]                       | row 1: the column record_id takes texts of 1 to 255 characters and whole numbers, not the text " "
            [{"record_timestamp":"noon"}]             | row 1: the column record_timestamp takes times such as 2026-01-31T12:00:00.000Z, not the text "noon"
            {"fields":["n","i"],"values":[[1,2],[1]]} | row 2: has 1 values for 2 fields
            {"fields":["n"],"values":[[1,2]]}         | row 1: has more values for 1 fields
            {"fields":["n"],"values":[1,2]}           | row 1: a row is a list of values
            {"fields":["n"],"values":{"n":1}}         | "values" is a list of rows, each a list of values
            {"fields":"n","values":[[1]]}             | the body is an object that is neither a table nor a scoring payload; records come as a list
            [{"fields":["n",1],"values":[[1,2]]}]     | "fields" is a list of names
            [{"fields":["n","n"],"values":[[1,2]]}]   | the field n is named twice
            [{"fields":["n"]}]                        | from row 1 on: a table has both "fields" and "values"
            [{"values":[[1]]}]                        | from row 1 on: a table has both "fields" and "values"
            [{"fields":["n"],"values":[[1]],"x":1}]   | a table has "fields" and "values", and no "x"
            []                                        | the body has no records
            {"fields":["n"],"values":[]}              | the body has no records
            {"n":1}                                   | the body is an object that is neither a table nor a scoring payload; records come as a list
            [{"n":1},2]                               | row 2: an element of the list is an object
            [[1,2]]                                   | row 1: an element of the list is an object
            17                                        | the body is no list of records
            "text"                                    | the body is no list of records
            [{"n":1}] []                              | the body goes on after its end; it has to be one JSON value
            [{"n":1},                                 | the body is no JSON: see line 1, column 10
            [{"n":01}]                                | the body is no JSON: see line 1, column 8
            [{'n':1}]                                 | the body is no JSON: see line 1, column 3
            """)
    void isRefusedAndSaysWhere(String body, String message) {
        assertThat(refused(body).message()).isEqualTo(message);
    }

    @Test
    void anEmptyBodyIsRefused() {
        assertThat(refused("").message()).isEqualTo("the body is no list of records");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] body = {'[', '{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}', ']'};
        PlumblineException thrown = catchThrowableOfType(
                PlumblineException.class,
                () -> Samples.reader()
                        .read(
                                DATASET,
                                Optional.empty(),
                                MediaType.of(""),
                                CsvOptions.DEFAULT,
                                new ByteArrayInputStream(body)));
        assertThat(thrown.failure()).isInstanceOf(Failure.Invalid.class);
    }

    @Test
    void depthWithoutEndIsRefused() {
        assertThat(refused("[{\"x\":" + "[".repeat(100_000)).message()).startsWith("the body is no JSON");
    }

    @Test
    void tooManyRowsAreTooLarge() {
        assertThat(tooLarge(new Limits(1 << 20, 2, 100), "[{\"a\":1},{\"a\":1},{\"a\":1}]"))
                .contains("2 rows");
        assertThat(tooLarge(new Limits(1 << 20, 2, 100), "{\"fields\":[\"a\"],\"values\":[[1],[2],[3]]}"))
                .contains("2 rows");
    }

    @Test
    void tooManyBytesAreTooLarge() {
        assertThat(tooLarge(new Limits(10, 100, 100), "[{\"a\":1},{\"a\":1}]")).contains("10 bytes");
    }

    @Test
    void manyColumnsInManyRowsAreTooLarge() {
        assertThat(tooLarge(new Limits(1 << 20, 100, 5), "[{\"x\":1},{\"y\":1},{\"z\":1}]"))
                .contains("5 cells");
    }

    private static Failure.Invalid refused(String body) {
        PlumblineException thrown = catchThrowableOfType(PlumblineException.class, () -> Samples.json(DATASET, body));
        assertThat(thrown).as(body).isNotNull();
        return (Failure.Invalid) thrown.failure();
    }

    private static String tooLarge(Limits limits, String body) {
        PlumblineException thrown = catchThrowableOfType(
                PlumblineException.class, () -> Samples.read(Samples.reader(limits), DATASET, Optional.empty(), body));
        assertThat(thrown.failure()).isInstanceOf(Failure.TooLarge.class);
        return thrown.failure().message();
    }
}
