package io.plumbline.compute.duckdb;

import java.util.HexFormat;

/** How a text file is compressed, told by its first bytes. */
enum Compression {
    NONE("uncompressed", "none"),
    GZIP("gzip", "1f8b"),
    ZSTD("zstd", "28b52ffd");

    private static final int MAGIC_LENGTH = 4;

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

    /** What DuckDB calls it. */
    String option() {
        return option;
    }
}
