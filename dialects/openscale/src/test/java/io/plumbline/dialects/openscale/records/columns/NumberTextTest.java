package io.plumbline.dialects.openscale.records.columns;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "7", "-12", "9223372036854775807", "-9223372036854775808"})
    void wholeNumbers(String text) {
        assertThat(NumberText.isInteger(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                "01",
                "-01",
                "1.0",
                "1e3",
                " 1",
                "1 ",
                "١",
                "9223372036854775808",
                "-9223372036854775809",
                "99999999999999999999"
            })
    void noWholeNumbers(String text) {
        assertThat(NumberText.isInteger(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "-.5", "1.", "+3", "1e-9", "1E+300", "NaN", "Infinity", "-Infinity", "0.1"})
    void numbers(String text) {
        assertThat(NumberText.isNumber(text)).isTrue();
        assertThat(NumberText.number(text)).isEqualTo(Double.valueOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "e5", "1d", "0x1F", "1_000", "nan", "1,5", "--1", "007", "-01.5"})
    void noNumbers(String text) {
        assertThat(NumberText.isNumber(text)).isFalse();
    }

    @Property
    void everyLongIsAWholeNumber(@ForAll long value) {
        assertThat(NumberText.isInteger(Long.toString(value))).isTrue();
    }

    @Property
    void everyDoubleIsANumber(@ForAll double value) {
        assertThat(NumberText.reads(Double.toString(value))).isTrue();
        assertThat(NumberText.number(Double.toString(value))).isEqualTo(value);
    }
}
