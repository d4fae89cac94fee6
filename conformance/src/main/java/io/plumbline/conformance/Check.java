package io.plumbline.conformance;

import java.util.Objects;

/** What must hold for a suite to go on. */
final class Check {
    private static final double TOLERANCE = 1e-9;

    private Check() {}

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    static void equal(Object expected, Object actual, String what) {
        that(Objects.equals(expected, actual), what + " is " + actual + " instead of " + expected);
    }

    static void close(double expected, double actual, String what) {
        that(Math.abs(expected - actual) <= TOLERANCE, what + " is " + actual + " instead of " + expected);
    }
}
