package io.plumbline.sketches;

import io.plumbline.measures.profile.DistinctSketch;
import io.plumbline.measures.profile.FrequentItemsSketch;
import io.plumbline.measures.profile.ProfileFormatException;
import io.plumbline.measures.profile.QuantileSketch;
import io.plumbline.measures.profile.Sketches;
import java.util.function.Supplier;

/**
 * Sketches by Apache DataSketches: KLL for quantiles, HyperLogLog with 8 bits a bucket for distinct values, and its frequent items. The
 * library draws at random where it thins out, so equal rows need not give equal bytes; any of its versions reads the bytes.
 */
public final class DataSketches implements Sketches {

    /** Stateless: every instance is as good. */
    public DataSketches() {}

    @Override
    public QuantileSketch quantiles(int size) {
        return new KllQuantiles(size);
    }

    @Override
    public QuantileSketch readQuantiles(byte[] bytes) {
        return read("quantile sketch", () -> KllQuantiles.of(bytes));
    }

    @Override
    public DistinctSketch distinct(int size) {
        return new HllDistinct(size);
    }

    @Override
    public DistinctSketch readDistinct(byte[] bytes) {
        return read("distinct sketch", () -> HllDistinct.of(bytes));
    }

    @Override
    public FrequentItemsSketch frequentItems(int size) {
        return new FrequentTexts(size);
    }

    @Override
    public FrequentItemsSketch readFrequentItems(byte[] bytes) {
        return read("sketch of frequent items", () -> FrequentTexts.of(bytes));
    }

    private static <S> S read(String what, Supplier<S> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            // the library answers damage by exceptions of its own, of indexes, of arguments or of casts
            throw new ProfileFormatException("the profile is damaged: its " + what + " cannot be read", e);
        }
    }
}
