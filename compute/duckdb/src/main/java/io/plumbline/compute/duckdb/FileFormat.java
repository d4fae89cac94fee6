package io.plumbline.compute.duckdb;

import java.util.Optional;

/** What a file is said to be. */
public enum FileFormat {
    /** Delimited text. */
    CSV(Optional.of(FileKind.CSV)),
    /** Records as a JSON array, or one after the other. */
    JSON(Optional.of(FileKind.JSON)),
    /** Columns. */
    PARQUET(Optional.of(FileKind.PARQUET)),
    /** To be told by what it begins with. */
    UNKNOWN(Optional.empty());

    private final Optional<FileKind> kind;

    FileFormat(Optional<FileKind> kind) {
        this.kind = kind;
    }

    Optional<FileKind> kind() {
        return kind;
    }
}
