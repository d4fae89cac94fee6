package io.plumbline.compute.duckdb;

import io.plumbline.measures.table.TableException;
import java.util.Locale;

/** The formats of data files, told apart by what a file begins with and by the end of its name. */
enum FileKind {
    /** Delimited text. */
    CSV("csv|tsv|tab|psv|txt"),
    /** Records as a JSON array, or one after the other. */
    JSON("json|ndjson|jsonl"),
    /** Columns. */
    PARQUET("parquet|parq|pq");

    private static final String PARQUET_MAGIC = "PAR1";

    /** A regular expression of the extensions. */
    private final String extensions;

    FileKind(String extensions) {
        this.extensions = extensions;
    }

    static FileKind of(FileHead head) {
        if (head.startsWith(PARQUET_MAGIC)) {
            return PARQUET;
        }
        String extension = extension(head.path().getFileName().toString());
        for (FileKind kind : values()) {
            if (extension.matches(kind.extensions)) {
                return kind;
            }
        }
        return head.looksLikeJson() ? JSON : CSV;
    }

    /** The extension, before one that only names a compression. */
    private static String extension(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|gzip|zst|zstd)$", "");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Refuses a file that cannot be of this kind. */
    void check(FileHead head) {
        if (this == PARQUET && !head.startsWith(PARQUET_MAGIC)) {
            throw new TableException(
                    head.path() + ": is not a Parquet file, although it is named like one. Write it again,"
                            + " or give it the extension of what it is (.csv, .json).");
        }
        if (this != PARQUET && head.isBinary()) {
            throw new TableException(
                    head.path() + ": is binary data, neither text nor Parquet. Name a CSV, JSON or Parquet file.");
        }
    }
}
