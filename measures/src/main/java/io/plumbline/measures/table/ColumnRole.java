package io.plumbline.measures.table;

import java.util.Locale;

/** What a column of a data set is for. */
public enum ColumnRole {
    /** An input of the model. */
    FEATURE,
    /** What the model said. */
    PREDICTION,
    /** How sure it was. */
    SCORE,
    /** What was true. */
    TARGET,
    /** Identifies the row; not compared. */
    ID,
    /** When it happened; not compared. */
    TIME,
    /** How much the row counts; not compared. */
    WEIGHT,
    /** Everything else. */
    METADATA;

    /** Whether drift of such a column means anything. */
    public boolean isCompared() {
        return this != ID && this != TIME && this != WEIGHT;
    }

    /** The name used in files and answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
