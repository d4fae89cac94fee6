package io.plumbline.compute.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadFailureTest {
    private static final DataFiles FILES =
            new DataFiles("big.csv", List.of("big.csv"), FileKind.CSV, Compression.NONE, Encoding.UTF_8);

    @Test
    void aFullDiskIsNoFaultOfTheFile() {
        SQLException failure = new SQLException(
                "IO Error: Could not write all bytes to file \"/tmp/x/duckdb_temp_storage_DEFAULT-0.tmp\": wanted=262144"
                        + " wrote=4096: No space left on device");
        assertThat(ReadFailure.of(failure, FILES))
                .hasMessageStartingWith("big.csv: there is no room for temporary files. Make room,")
                .hasMessageNotContaining("\n");
    }
}
