package io.plumbline.measures.drift;

import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/**
 * A divergence or distance of shares.
 *
 * @param smoothing turns counts into shares
 * @param formula of the reference's and the current shares
 */
record ShareStatistic(Smoothing smoothing, ToDoubleBiFunction<double[], double[]> formula) implements CountStatistic {

    @Override
    public Reading of(double[] reference, double[] current) {
        return Reading.of(formula.applyAsDouble(smoothing.shares(reference), smoothing.shares(current)));
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("smoothing", smoothing.name());
    }
}
