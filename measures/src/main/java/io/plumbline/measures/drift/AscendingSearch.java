package io.plumbline.measures.drift;

/** Finds places in ascending values, in steps that double, so that a place nearby is found at once and one far away soon. */
final class AscendingSearch {
    private AscendingSearch() {}

    /** The first place from {@code from} on whose value is at least {@code value}; the length where there is none. */
    static int firstAtLeast(double[] ascending, double value, int from) {
        int below = from;
        long step = 1;
        while (below + step <= ascending.length && ascending[(int) (below + step - 1)] < value) {
            below += (int) step;
            step <<= 1;
        }
        return halved(ascending, value, below, (int) Math.min(below + step - 1, ascending.length));
    }

    private static int halved(double[] ascending, double value, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first place from {@code from} on whose value is greater than {@code value}; the length where there is none. */
    static int firstAbove(double[] ascending, double value, int from) {
        return firstAtLeast(ascending, Math.nextUp(value), from);
    }
}
