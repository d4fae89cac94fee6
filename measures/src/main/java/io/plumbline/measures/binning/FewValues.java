package io.plumbline.measures.binning;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.EdgeCounts;
import io.plumbline.measures.column.Edges;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts numeric columns by the values of the reference, each a bin, and all values that it does not have in one more. The current
 * column may be a profile: each bin is laid as narrow as numbers allow around its value.
 */
final class FewValues implements Binning {

    @Override
    public AlignedCounts align(ColumnData reference, ColumnData current) {
        double[] values = reference.categories().counts().keySet().stream()
                .mapToDouble(Double::parseDouble)
                .sorted()
                .toArray();
        Edges edges = around(values);
        EdgeCounts now = current.countsOver(edges);
        double[] before = counts(reference.countsOver(edges), edges, values);
        return new AlignedCounts(before, counts(now, edges, values), now.errorShare(), parameters(values));
    }

    /** From each value to the next number, and one edge more so that the last value's bin is open above as the others are. */
    private static Edges around(double[] values) {
        double last = values[values.length - 1];
        double[] upper = Arrays.stream(values).map(Math::nextUp).toArray();
        double[] edges = new double[2 * values.length + 1];
        System.arraycopy(values, 0, edges, 0, values.length);
        System.arraycopy(upper, 0, edges, values.length, values.length);
        edges[edges.length - 1] = Math.nextUp(Math.nextUp(last));
        return EdgePolicies.checked(Arrays.stream(edges).sorted().distinct().toArray());
    }

    private static double[] counts(EdgeCounts counts, Edges edges, double[] values) {
        double[] byValue = new double[values.length + 1];
        double known = 0;
        for (int i = 0; i < values.length; i++) {
            byValue[i] = counts.counts()[edges.binOf(values[i])];
            known += byValue[i];
        }
        byValue[values.length] = Math.max(0, counts.total() - known);
        return byValue;
    }

    private static Map<String, Object> parameters(double[] values) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("binning", "values of the reference, and new ones together");
        parameters.put("bins", values.length + 1);
        parameters.put("values", Arrays.stream(values).boxed().toList());
        return parameters;
    }
}
