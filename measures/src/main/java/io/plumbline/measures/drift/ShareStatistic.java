package io.plumbline.measures.drift;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/**
 * A divergence or distance of shares.
 *
 * @param smoothing turns counts into shares
 * @param formula of the reference's and the current shares
 * @param logarithm the base of its logarithm, empty where it has none
 */
record ShareStatistic(Smoothing smoothing, ToDoubleBiFunction<double[], double[]> formula, String logarithm)
        implements CountStatistic {

    /** Of a formula without a logarithm. */
    ShareStatistic(Smoothing smoothing, ToDoubleBiFunction<double[], double[]> formula) {
        this(smoothing, formula, "");
    }

    /** The same, with the base of the formula's logarithm among the parameters. */
    ShareStatistic toBase(String base) {
        return new ShareStatistic(smoothing, formula, base);
    }

    @Override
    public Reading of(double[] reference, double[] current) {
        return Reading.of(formula.applyAsDouble(smoothing.shares(reference), smoothing.shares(current)));
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("smoothing", smoothing.name());
        if (!logarithm.isEmpty()) {
            parameters.put("logarithm", "base " + logarithm);
        }
        return parameters;
    }
}
