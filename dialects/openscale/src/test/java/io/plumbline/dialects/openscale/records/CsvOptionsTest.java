package io.plumbline.dialects.openscale.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.dialects.openscale.wire.OnError;
import io.plumbline.dialects.openscale.wire.RecordsApi.AddRecordsQuery;
import io.plumbline.domain.PlumblineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvOptionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"", "\n", "\r", "", ";;"})
    void anImpossibleDelimiterIsRefused(String delimiter) {
        assertThatThrownBy(
                        () -> CsvOptions.of(new AddRecordsQuery(null, null, null, null, null, delimiter, null, null)))
                .isInstanceOf(PlumblineException.class);
    }

    @Test
    void optionsOfSamplesSayNothing() {
        assertThat(CsvOptions.of(new AddRecordsQuery(null, null, null, 0L, 0L, ",", OnError.STOP, 0L)))
                .isEqualTo(CsvOptions.DEFAULT);
        assertThatThrownBy(() -> CsvOptions.of(new AddRecordsQuery(null, null, null, -1L, null, null, null, null)))
                .hasMessageContaining("not negative");
    }
}
