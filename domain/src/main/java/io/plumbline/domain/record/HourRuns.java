package io.plumbline.domain.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of a batch by hour.
 *
 * @param rows numbers of rows, those of an hour together
 * @param runs which of them are of which hour, each hour once
 */
record HourRuns(int[] rows, List<Run> runs) {
    /**
     * Rows of one hour.
     *
     * @param hour counted from 1970-01-01T00:00Z
     * @param from the first of {@link #rows()}
     * @param until the one after the last
     */
    record Run(long hour, int from, int until) {}

    static HourRuns of(long[] eventTimes) {
        long[] hours = new long[eventTimes.length];
        boolean ordered = true;
        for (int i = 0; i < hours.length; i++) {
            hours[i] = UtcHours.of(eventTimes[i]);
            ordered &= i == 0 || hours[i - 1] <= hours[i];
        }
        return ordered ? new HourRuns(counting(hours.length), runs(hours)) : sorted(hours);
    }

    private static int[] counting(int size) {
        int[] rows = new int[size];
        Arrays.setAll(rows, row -> row);
        return rows;
    }

    /** Hours of microseconds take 33 bits and a sign, so the row is kept in the bits below and both are sorted at once. */
    private static HourRuns sorted(long[] hours) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(hours.length);
        long[] keys = new long[hours.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = hours[row] << bits | row;
        }
        Arrays.sort(keys);
        int[] rows = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            rows[i] = (int) (keys[i] & ((1L << bits) - 1));
            keys[i] >>= bits;
        }
        return new HourRuns(rows, runs(keys));
    }

    private static List<Run> runs(long[] ordered) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= ordered.length; i++) {
            if (i == ordered.length || ordered[i] != ordered[from]) {
                runs.add(new Run(ordered[from], from, i));
                from = i;
            }
        }
        return runs;
    }
}
