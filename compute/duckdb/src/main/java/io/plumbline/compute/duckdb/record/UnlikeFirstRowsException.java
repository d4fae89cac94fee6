package io.plumbline.compute.duckdb.record;

import java.io.Serial;
import java.sql.SQLException;

/** A stream of text could not be read by what its first rows tell. What is wrong, if anything is, only the whole text tells. */
final class UnlikeFirstRowsException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnlikeFirstRowsException(SQLException cause) {
        super(cause);
    }
}
