package io.plumbline.dialects.openscale.records.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.1", "-0.0", "0.00000000000001", "123456789012.345", "-99999.9999", "5", "1.", "0.3"})
    void plainDecimalsAreReadAsJavaReadsThem(String text) {
        assertThat(read(text)).hasValue(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e5", "1.5E-3", "NaN", "-Infinity", "1234567890.1234567", "-", ".", "", "1.2.3", "+1.5"})
    void theOthersAreLeftToSomebodyElse(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Property
    void everyDecimalIsTheNearestNumber(
            @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long digits,
            @ForAll @IntRange(max = 14) int fraction) {
        String text = BigDecimal.valueOf(digits, fraction).toPlainString();
        OptionalDouble number = read(text);
        if (number.isPresent()) {
            assertThat(number).hasValue(Double.parseDouble(text));
        } else {
            assertThat(text.replaceAll("[^0-9]", "")).hasSizeGreaterThan(15);
        }
    }

    private static OptionalDouble read(String text) {
        return DecimalText.number(("x" + text + "9").toCharArray(), 1, text.length());
    }
}
