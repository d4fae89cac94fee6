package io.plumbline.store.sql;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Finds where in an order something begins to hold, by asking the database of few runs at a time, which compares values as it always does. */
final class Places {
    private static final int AT_ONCE = 16;

    private Places() {}

    /**
     * The first place whose run meets a condition; behind all where none does.
     *
     * @param runs of which all after one that meets it do so as well
     * @param meeting tells which of some runs meet it
     */
    static int first(int[] runs, Function<List<Long>, Set<Long>> meeting) {
        int from = 0;
        int to = runs.length;
        while (from < to) {
            int begin = from;
            int step = Math.ceilDiv(to - begin, AT_ONCE);
            List<Long> asked = IntStream.iterate(begin, place -> place + step)
                    .limit(Math.ceilDiv(to - begin, step))
                    .mapToObj(place -> (long) runs[place])
                    .toList();
            Set<Long> met = meeting.apply(asked);
            int before =
                    (int) asked.stream().takeWhile(run -> !met.contains(run)).count();
            to = before < asked.size() ? begin + before * step : to;
            from = before == 0 ? begin : begin + (before - 1) * step + 1;
        }
        return from;
    }
}
