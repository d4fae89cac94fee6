package io.plumbline.measures.performance;

import io.plumbline.measures.summary.Moment;
import io.plumbline.measures.summary.MomentAccumulator;
import io.plumbline.measures.summary.Summary;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds rows up to a regression profile, in memory that does not grow with them. Not safe for use by several threads. */
public final class RegressionProfileBuilder {
    private final RowCounts counts = new RowCounts();
    private final Map<Residual, MomentAccumulator> moments = new EnumMap<>(Residual.class);

    /** Starts an empty profile. */
    public RegressionProfileBuilder() {
        for (Residual residual : Residual.values()) {
            moments.put(residual, new MomentAccumulator());
        }
    }

    /** Adds rows. The arrays are not kept. */
    public void add(RegressionRows rows) {
        counts.add(PerformanceProfile.ROWS, rows.size());
        for (int row = 0; row < rows.size(); row++) {
            double weight = rows.weight(row);
            double target = rows.targets()[row];
            double prediction = rows.predictions()[row];
            if (!counts.isUsable(weight)) {
                continue;
            }
            if (Double.isNaN(target)) {
                counts.add(PerformanceProfile.MISSING_LABEL);
            } else if (Double.isNaN(prediction)) {
                counts.add(PerformanceProfile.MISSING_PREDICTION);
            } else {
                add(target, prediction, weight);
            }
        }
    }

    private void add(double target, double prediction, double weight) {
        if (target == 0) {
            counts.add(RegressionProfile.ZERO_TARGET);
        }
        moments.forEach((residual, moment) -> {
            if (residual == Residual.PERCENTAGE_ERROR && target == 0) {
                return;
            }
            double value = residual.of(target, prediction);
            if (weight == 1) {
                moment.add(value);
            } else {
                moment.add(value, weight);
            }
        });
    }

    /** The profile of what was added so far; adding more does not change it. */
    public RegressionProfile build() {
        SortedMap<String, Moment> sums = new TreeMap<>();
        moments.forEach((residual, moment) -> sums.put(residual.label(), moment.moment()));
        return new RegressionProfile(new Summary(
                RegressionProfile.KIND, new TreeMap<>(), counts.counts(), sums, new TreeMap<>(), new TreeMap<>()));
    }
}
