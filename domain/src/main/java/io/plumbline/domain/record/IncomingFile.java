package io.plumbline.domain.record;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that somebody else wrote, whose rows are to become records. It may be compressed by gzip or Zstandard.
 *
 * @param path where it lies
 * @param format what it is; empty to tell by its content
 * @param delimiter of delimited text; empty to find it out
 * @param header of delimited text; empty to find it out
 * @param fields which of its columns hold what every record has
 */
public record IncomingFile(
        Path path,
        Optional<Format> format,
        Optional<Character> delimiter,
        Optional<Header> header,
        FieldColumns fields) {
    /** A file of which nothing else is said. */
    public static IncomingFile at(Path path) {
        return new IncomingFile(path, Optional.empty(), Optional.empty(), Optional.empty(), FieldColumns.BY_ROLE);
    }

    /** What files are made of. */
    public enum Format {
        /** Delimited text. */
        CSV,
        /** An array of objects, or one object after the other. */
        JSON,
        /** Columns. */
        PARQUET
    }

    /** What the first line of delimited text is. */
    public enum Header {
        /** Names of columns. */
        PRESENT,
        /** Values already: the columns are those of the schema, in their order. */
        ABSENT
    }
}
