package io.plumbline.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "0 0",
                "-0.0 0",
                "0.05 0.05",
                "0.123456 0.1235",
                "-12.3456 −12.35",
                "999.96 1000",
                "1234.5678 1,235",
                "-9999999.4 −9,999,999",
                "12345678 1.235e7",
                "0.00012346 0.0001235",
                "0.0000999999 1e−4",
                "3e-300 3e−300",
                "NaN –",
                "Infinity ∞",
                "-Infinity −∞"
            })
    void numbersHaveFourSignificantDigits(double value, String text) {
        assertThat(Figures.rounded(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0;0 %", "0.00001;< 0.01 %", "0.0417;4.17 %", "0.29167;29.2 %", "1;100 %", "-0.05;-5 %", "NaN;–"})
    void sharesArePercentages(double share, String text) {
        assertThat(Figures.percent(share).replace('\u202f', ' ')).isEqualTo(text);
    }

    @Test
    void countsHaveTheirThousandsSetApart() {
        assertThat(Figures.count(1_234_567)).isEqualTo("1,234,567");
    }
}
