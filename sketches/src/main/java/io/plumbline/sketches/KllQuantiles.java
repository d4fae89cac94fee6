package io.plumbline.sketches;

import io.plumbline.measures.profile.QuantileSketch;
import java.lang.foreign.MemorySegment;
import org.apache.datasketches.kll.KllDoublesSketch;
import org.apache.datasketches.quantilescommon.DoublesSketchSortedView;
import org.apache.datasketches.quantilescommon.QuantileSearchCriteria;
import org.jspecify.annotations.Nullable;

/** KLL of doubles (Karnin, Lang, Liberty: "Optimal quantile approximation in streams", 2016). */
final class KllQuantiles implements QuantileSketch {
    private final KllDoublesSketch sketch;
    private @Nullable DoublesSketchSortedView view;

    KllQuantiles(int k) {
        this(KllDoublesSketch.newHeapInstance(k));
    }

    private KllQuantiles(KllDoublesSketch sketch) {
        this.sketch = sketch;
    }

    static KllQuantiles of(byte[] bytes) {
        return new KllQuantiles(KllDoublesSketch.heapify(MemorySegment.ofArray(bytes)));
    }

    @Override
    public synchronized void update(double[] values, int size) {
        view = null;
        if (size > 0) {
            sketch.update(values, 0, size);
        }
    }

    @Override
    public QuantileSketch merge(QuantileSketch other) {
        KllDoublesSketch merged = KllDoublesSketch.newHeapInstance(sketch.getK());
        merged.merge(sketch);
        merged.merge(((KllQuantiles) other).sketch);
        return new KllQuantiles(merged);
    }

    @Override
    public long count() {
        return sketch.getN();
    }

    @Override
    public double quantile(double rank) {
        return sketch.isEmpty() ? Double.NaN : view().getQuantile(rank, QuantileSearchCriteria.INCLUSIVE);
    }

    @Override
    public double shareBelow(double value) {
        return sketch.isEmpty() ? Double.NaN : view().getRank(value, QuantileSearchCriteria.EXCLUSIVE);
    }

    @Override
    public double shareUpTo(double value) {
        return sketch.isEmpty() ? Double.NaN : view().getRank(value, QuantileSearchCriteria.INCLUSIVE);
    }

    /** What the sketch has kept, in order. Made from a copy, because the library sorts in place, which would change the bytes. */
    private synchronized DoublesSketchSortedView view() {
        DoublesSketchSortedView known = view;
        if (known == null) {
            known = of(toBytes()).sketch.getSortedView();
            view = known;
        }
        return known;
    }

    @Override
    public double rankError() {
        return sketch.isEstimationMode() ? sketch.getNormalizedRankError(false) : 0;
    }

    @Override
    public byte[] toBytes() {
        return sketch.toByteArray();
    }
}
