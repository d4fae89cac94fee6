package io.plumbline.compute.duckdb;

import io.plumbline.measures.table.TableException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** How a text file is compressed, told by its first bytes. */
enum Compression {
    NONE("uncompressed", "none"),
    GZIP("gzip", "1f8b"),
    ZSTD("zstd", "28b52ffd");

    private static final int MAGIC_LENGTH = 4;

    private static final int BUFFER = 1 << 16;

    private final String option;
    private final String magic;

    Compression(String option, String magic) {
        this.option = option;
        this.magic = magic;
    }

    static Compression of(byte[] start) {
        String hex = HexFormat.of().formatHex(start, 0, Math.min(MAGIC_LENGTH, start.length));
        if (hex.startsWith(GZIP.magic)) {
            return GZIP;
        }
        return hex.startsWith(ZSTD.magic) ? ZSTD : NONE;
    }

    /** Refuses a file whose compressed data breaks off: DuckDB would read what is there and say nothing. */
    void check(String path) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(path)), BUFFER)) {
            switch (this) {
                case NONE -> {}
                case GZIP -> new GZIPInputStream(in, BUFFER).transferTo(OutputStream.nullOutputStream());
                case ZSTD -> ZstdFrames.walk(in);
            }
        } catch (IOException e) {
            throw new TableException(
                    path + ": its compressed data is damaged or incomplete. Write or copy it again.", e);
        }
    }

    /** What DuckDB calls it. */
    String option() {
        return option;
    }
}
