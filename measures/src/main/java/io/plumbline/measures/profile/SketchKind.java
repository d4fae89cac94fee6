package io.plumbline.measures.profile;

import io.plumbline.measures.column.ColumnType;

/** What a sketch in a profile can tell, and what its size means. */
public enum SketchKind {
    /** Quantiles and ranks of a numeric column, by KLL. The size is KLL's k; 200 gives a rank error of about 1.3 %. */
    QUANTILES(1),
    /** How many different values there are, by HyperLogLog. The size is the logarithm to base 2 of the number of buckets, 4 to 21. */
    DISTINCT(2),
    /** The most frequent texts, by Misra–Gries. The size is the number of counters, a power of two of at least 8. */
    FREQUENT_ITEMS(3);

    private final int code;

    SketchKind(int code) {
        this.code = code;
    }

    /** The number that stands for it in the bytes of a profile. */
    int code() {
        return code;
    }

    static SketchKind ofCode(int code) {
        for (SketchKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new ProfileFormatException("the profile is damaged: it has a sketch of the unknown kind " + code);
    }

    /** Whether it can be made of such values. */
    public boolean fits(ColumnType type) {
        return switch (this) {
            case QUANTILES -> type.isNumeric();
            case DISTINCT -> type != ColumnType.BOOLEAN;
            case FREQUENT_ITEMS -> type == ColumnType.TEXT;
        };
    }
}
