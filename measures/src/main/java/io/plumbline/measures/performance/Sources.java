package io.plumbline.measures.performance;

/** Where formulas are written down. */
final class Sources {
    static final String SOKOLOVA = "Sokolova and Lapalme, A systematic analysis of performance measures (2009)";
    static final String OPENSCALE = "Watson OpenScale, quality metrics";

    private Sources() {}
}
