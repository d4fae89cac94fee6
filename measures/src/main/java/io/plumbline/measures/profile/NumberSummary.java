package io.plumbline.measures.profile;

import io.plumbline.measures.exact.PowerSums;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * What is known exactly of a numeric column's finite values.
 *
 * @param min ordinal of the smallest, {@link Long#MAX_VALUE} for no values
 * @param max ordinal of the largest, {@link Long#MIN_VALUE} for no values
 * @param sums their number, sum and sum of squares
 * @param binCounts below the first edge, in each bin, above the last edge; empty without edges
 * @param values the count of each value by ordinal; empty where there are more than {@link ValueTable#LIMIT} different ones
 */
record NumberSummary(long min, long max, PowerSums sums, List<Long> binCounts, Optional<SortedMap<Long, Long>> values) {

    NumberSummary merge(NumberSummary other) {
        List<Long> bothCounts = IntStream.range(0, binCounts.size())
                .mapToObj(bin -> binCounts.get(bin) + other.binCounts.get(bin))
                .toList();
        return new NumberSummary(
                Math.min(min, other.min),
                Math.max(max, other.max),
                sums.plus(other.sums),
                bothCounts,
                ValueTable.merge(values, other.values));
    }
}
