package io.plumbline.compute.duckdb;

/** The encodings of text that are read. */
enum Encoding {
    UTF_8("utf-8"),
    UTF_16("utf-16"),
    /** What a text is taken for that is not UTF-8: every byte is a character in it. */
    LATIN_1("latin-1");

    private final String option;

    Encoding(String option) {
        this.option = option;
    }

    /** What DuckDB calls it. */
    String option() {
        return option;
    }
}
