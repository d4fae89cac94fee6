package io.plumbline.measures.drift;

/** Walks two ascending arrays together, from one different value to the next, and counts what lies behind it. */
final class MergeWalk {
    private final double[] reference;
    private final double[] current;
    private int referenceFrom;
    private int currentFrom;
    private int referenceTo;
    private int currentTo;
    private double value = Double.NaN;

    MergeWalk(double[] reference, double[] current) {
        this.reference = reference;
        this.current = current;
    }

    /** Steps to the next value; false where there is none. */
    boolean next() {
        referenceFrom = referenceTo;
        currentFrom = currentTo;
        if (referenceTo == reference.length && currentTo == current.length) {
            return false;
        }
        value = least();
        referenceTo = behind(reference, referenceFrom);
        currentTo = behind(current, currentFrom);
        return true;
    }

    private double least() {
        if (referenceFrom == reference.length) {
            return current[currentFrom];
        }
        return currentFrom == current.length
                ? reference[referenceFrom]
                : Math.min(reference[referenceFrom], current[currentFrom]);
    }

    private int behind(double[] values, int from) {
        int to = from;
        // == so that -0.0 and 0.0 are one value
        while (to < values.length && values[to] == value) {
            to++;
        }
        return to;
    }

    /** The value stepped to. */
    double value() {
        return value;
    }

    /** Reference values before this one. */
    int referenceBefore() {
        return referenceFrom;
    }

    /** Current values before this one. */
    int currentBefore() {
        return currentFrom;
    }

    /** Reference values up to and with this one. */
    int referenceThrough() {
        return referenceTo;
    }

    /** Current values up to and with this one. */
    int currentThrough() {
        return currentTo;
    }

    /** Reference values equal to this one. */
    int referenceTied() {
        return referenceTo - referenceFrom;
    }

    /** Current values equal to this one. */
    int currentTied() {
        return currentTo - currentFrom;
    }

    /** Values of both sides equal to this one. */
    int tied() {
        return referenceTied() + currentTied();
    }

    /** The reference's cumulated share up to and with this value, less the current one. */
    double gap() {
        return (double) referenceTo / reference.length - (double) currentTo / current.length;
    }
}
