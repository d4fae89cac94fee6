package io.plumbline.measures.preset;

import java.util.Locale;

/** How the p-values of many columns are corrected for their number. */
public enum Correction {
    /** Not at all. */
    NONE("none"),
    /** Benjamini and Hochberg's false discovery rate, for independent or positively dependent tests. */
    BENJAMINI_HOCHBERG("Benjamini-Hochberg"),
    /** Benjamini and Yekutieli's, under any dependence. */
    BENJAMINI_YEKUTIELI("Benjamini-Yekutieli");

    private final String title;

    Correction(String title) {
        this.title = title;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** The name used in files and options: {@code none}, {@code benjamini-hochberg}, {@code benjamini-yekutieli}. */
    public String label() {
        return title.toLowerCase(Locale.ROOT);
    }
}
