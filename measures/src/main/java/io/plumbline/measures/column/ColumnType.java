package io.plumbline.measures.column;

/** The type of a column's values, as far as measuring is concerned. */
public enum ColumnType {
    /** Floating point numbers. */
    NUMBER(true),
    /** Whole numbers of up to 64 bits. */
    INTEGER(true),
    /** Instants, as microseconds since 1970-01-01T00:00:00Z. */
    TIMESTAMP(true),
    /** True and false, seen by measures as the categories {@code true} and {@code false}. */
    BOOLEAN(false),
    /** Text, seen by measures as categories. */
    TEXT(false);

    private final boolean numeric;

    ColumnType(boolean numeric) {
        this.numeric = numeric;
    }

    /** Whether values have an order and distances, so that they can be binned by edges; otherwise they are categories. */
    public boolean isNumeric() {
        return numeric;
    }

    /** The name used in files and answers: {@code number}, {@code integer}, {@code timestamp}, {@code boolean}, {@code text}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
