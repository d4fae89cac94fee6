package io.plumbline.sketches;

import io.plumbline.measures.profile.DistinctSketch;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.HllUnion;
import org.apache.datasketches.hll.TgtHllType;

/** HyperLogLog (Flajolet et al. 2007, with the library's improvements). */
final class HllDistinct implements DistinctSketch {
    /** Standard deviations of the library's bounds, which is a confidence of 99.7 %. */
    private static final int DEVIATIONS = 3;

    private final HllSketch sketch;

    HllDistinct(int lgK) {
        this(new HllSketch(lgK, TgtHllType.HLL_8));
    }

    private HllDistinct(HllSketch sketch) {
        this.sketch = sketch;
    }

    static HllDistinct of(byte[] bytes) {
        return new HllDistinct(HllSketch.heapify(bytes));
    }

    @Override
    public void update(double[] values, int size) {
        for (int i = 0; i < size; i++) {
            sketch.update(values[i]);
        }
    }

    @Override
    public void update(long[] values, int size) {
        for (int i = 0; i < size; i++) {
            sketch.update(values[i]);
        }
    }

    @Override
    public void update(String[] values, int size) {
        for (int i = 0; i < size; i++) {
            updateText(values[i]);
        }
    }

    /** The library takes an empty text for none at all, so it is counted as a byte that no UTF-8 has. */
    private void updateText(String text) {
        if (text.isEmpty()) {
            sketch.update(new byte[] {(byte) 0xFF});
        } else {
            sketch.update(text);
        }
    }

    @Override
    public DistinctSketch merge(DistinctSketch other) {
        HllUnion union = new HllUnion(sketch.getLgConfigK());
        union.update(sketch);
        union.update(((HllDistinct) other).sketch);
        return new HllDistinct(union.getResult(TgtHllType.HLL_8));
    }

    @Override
    public double estimate() {
        return sketch.getEstimate();
    }

    @Override
    public double relativeError() {
        double estimate = sketch.getEstimate();
        double error =
                Math.max(sketch.getUpperBound(DEVIATIONS) - estimate, estimate - sketch.getLowerBound(DEVIATIONS));
        return estimate == 0 ? 0 : error / estimate;
    }

    @Override
    public byte[] toBytes() {
        return sketch.toCompactByteArray();
    }
}
