package io.plumbline.measures.binning;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.EdgeCounts;
import io.plumbline.measures.column.Edges;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts numeric columns over the edges that a policy lays.
 *
 * @param policy lays the edges
 * @param guards what becomes of values outside
 */
public record EdgeBinning(EdgePolicy policy, Guards guards) implements Binning {

    @Override
    public AlignedCounts align(ColumnData reference, ColumnData current) {
        Edges edges = policy.edges(reference, current);
        EdgeCounts before = reference.countsOver(edges);
        EdgeCounts now = current.countsOver(edges);
        double[] referenceCounts = guards.apply(before);
        double[] currentCounts = guards.apply(now);
        double errorShare = Math.max(before.errorShare(), now.errorShare());
        return new AlignedCounts(referenceCounts, currentCounts, errorShare, parameters(edges, referenceCounts.length));
    }

    private Map<String, Object> parameters(Edges edges, int bins) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("binning", policy.name());
        parameters.put("outside", guards.title());
        parameters.put("bins", bins);
        parameters.put("edges", Arrays.stream(edges.toArray()).boxed().toList());
        return parameters;
    }
}
