package io.plumbline.compute.testkit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.Filter.Comparison;
import io.plumbline.domain.record.RecordEngine.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which records fit a filter, and which filters are refused. */
public abstract class RecordFilterContract extends RecordSchemasContract {
    static final List<Column> COLUMNS = List.of(
            column("x", ValueType.NUMBER),
            column("n", ValueType.INTEGER),
            column("at", ValueType.TIMESTAMP),
            column("flag", ValueType.BOOLEAN),
            column("s", ValueType.TEXT),
            column("v", ValueType.VECTOR),
            column("b", ValueType.BINARY));

    final Files sample() {
        return files(
                COLUMNS,
                write(
                        COLUMNS,
                        SampleRecord.of("a", 1_000_000, "x", 1.5, "n", 1L, "at", 0L, "flag", true, "s", "ab"),
                        SampleRecord.of("b", 2_000_000, "x", -0.0, "n", 2L, "at", 86_400_000_000L, "s", "a%b"),
                        SampleRecord.of("c", 3_000_000, "x", Double.NaN, "n", 3L, "flag", false, "s", "a_b"),
                        SampleRecord.of("d", 4_000_000, "s", "A\\B")));
    }

    @ParameterizedTest
    @CsvSource({
        "x,EQUAL,1.5,a",
        "x,EQUAL,0,b",
        "x,EQUAL,NaN,c",
        "x,GREATER,1e0,a c",
        "x,LESS,Infinity,a b",
        "n,GREATER_OR_EQUAL,2,b c",
        "n,LESS_OR_EQUAL,2.0,a b",
        "n,EQUAL,1e0,a",
        "at,GREATER,1970-01-01,b",
        "at,EQUAL,1970-01-01T02:00:00+02:00,a",
        "at,EQUAL,1970-01-02 00:00:00,b",
        "at,LESS_OR_EQUAL,1970-01-01T23:59:59.999999Z,a",
        "flag,EQUAL,TRUE,a",
        "s,EQUAL,ab,a",
        "s,GREATER,a_,a c",
        "_record_id,LESS,c,a b",
        "_event_time,GREATER,1970-01-01T00:00:03Z,d",
        "_received_at,LESS,2026-01-01,''"
    })
    void fieldsCompareAsTheirType(String field, Comparison comparison, String value, String expected) {
        assertThat(String.join(" ", ids(sample(), new Filter.Compare(field, comparison, value))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "x,abc",
        "x,''",
        "x,0x1p3",
        "x,1d",
        "n,1.5",
        "n,NaN",
        "n,9223372036854775808",
        "n,1e999999999",
        "at,yesterday",
        "at,2026-13-01",
        "flag,1",
        "v,[1]",
        "b,AA==",
        "_event_time,1; DROP"
    })
    void aValueThatIsNotOfItsTypeIsRefusedByName(String field, String value) {
        for (Filter filter :
                List.of(new Filter.Compare(field, Comparison.EQUAL, value), new Filter.In(field, List.of(value)))) {
            assertInvalid(field, () -> ids(sample(), filter));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a%b,b c",
        "a_b,b c",
        "%,a b c d",
        "ab,a",
        "ab%,''",
        "a%,a b c",
        "__,a",
        "A\\B,d",
        "A%B,d",
        "%%%%,''",
        "a.b,''"
    })
    void patternsMeanOneOrMoreByPercentAndOneByUnderscore(String pattern, String expected) {
        assertThat(String.join(" ", ids(sample(), new Filter.Like("s", pattern))))
                .isEqualTo(expected);
    }

    @Test
    void numbersHaveNoPattern() {
        assertInvalid("x", () -> ids(sample(), new Filter.Like("x", "1%")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'", "\"", "' OR '1'='1", "'; DROP TABLE x; --", "$1", "?", "\\", "\\'", "%' --", "\0", "x/*"})
    void sqlInValuesAndNamesIsTextLikeAnyOther(String text) {
        Path file = write(
                COLUMNS,
                SampleRecord.of(text, 1, "s", text).in(text),
                SampleRecord.of("other", 2, "s", "other").in("other"));
        Files files = files(COLUMNS, file);
        for (String field : List.of("s", "_record_id", "_transaction_id")) {
            assertThat(ids(files, new Filter.Compare(field, Comparison.EQUAL, text)))
                    .containsExactly(text);
            assertThat(ids(files, new Filter.In(field, List.of(text)))).containsExactly(text);
            assertThat(ids(files, new Filter.Like(field, text.replace("%", "_"))))
                    .containsExactly(text);
        }
        assertThat(engine().find(files, List.of(text)).records()).hasSize(1);
        assertInvalid(text, () -> ids(files, new Filter.Present(text)));
        assertInvalid("n", () -> ids(files, new Filter.Compare("n", Comparison.EQUAL, text)));
    }

    static void assertInvalid(String where, org.assertj.core.api.ThrowableAssert.ThrowingCallable asking) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        thrown -> assertThat(thrown.failure())
                                .isInstanceOfSatisfying(
                                        Failure.Invalid.class,
                                        invalid -> assertThat(invalid.where()).contains(where)));
    }
}
