package io.plumbline.measures.summary;

import io.plumbline.measures.exact.Dyadic;
import io.plumbline.measures.exact.ExactSum;
import org.jspecify.annotations.Nullable;

/** Counts rows and sums their weights without rounding. Not safe for use by several threads. */
public final class MassAccumulator {
    private long rows;
    private long ones;
    private Dyadic added = Dyadic.ZERO;
    /** Made with the first weight that is not 1. */
    private @Nullable ExactSum others;

    /** Adds a row; the weight is finite and not negative. */
    public void add(double weight) {
        rows++;
        if (weight == 1) {
            ones++;
        } else {
            others = others == null ? new ExactSum() : others;
            others.add(weight);
        }
    }

    /** Adds these rows. */
    public void addAll(Mass mass) {
        rows += mass.rows();
        added = added.plus(mass.weight());
    }

    /** The rows so far; adding more does not change it. */
    public Mass mass() {
        Dyadic weight = added.plus(Dyadic.of(ones));
        return new Mass(rows, others == null ? weight : weight.plus(others.toDyadic()));
    }
}
