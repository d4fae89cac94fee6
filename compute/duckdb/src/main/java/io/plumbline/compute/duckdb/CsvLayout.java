package io.plumbline.compute.duckdb;

import java.util.Optional;

/**
 * What a user says of how a delimited text is written; what is left open is found out.
 *
 * @param delimiter between the values of a line
 * @param hasHeader whether the first line has the names of the columns
 */
public record CsvLayout(Optional<Character> delimiter, Optional<Boolean> hasHeader) {
    /** Nothing said. */
    public static final CsvLayout UNKNOWN = new CsvLayout(Optional.empty(), Optional.empty());
}
