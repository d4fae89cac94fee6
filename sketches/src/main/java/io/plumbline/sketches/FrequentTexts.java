package io.plumbline.sketches;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.datasketches.common.ArrayOfStringsSerDe;
import org.apache.datasketches.frequencies.ErrorType;
import org.apache.datasketches.frequencies.FrequentItemsSketch;

/** Frequent items by a variant of Misra–Gries (Anderson et al.: "A high-performance algorithm for identifying frequent items", 2017). */
final class FrequentTexts implements io.plumbline.measures.profile.FrequentItemsSketch {
    private static final ArrayOfStringsSerDe TEXTS = new ArrayOfStringsSerDe();
    private static final Comparator<FrequentItem> MOST_FREQUENT_FIRST =
            Comparator.comparingLong(FrequentItem::estimate).reversed().thenComparing(FrequentItem::text);

    private final FrequentItemsSketch<String> sketch;

    FrequentTexts(int counters) {
        this(new FrequentItemsSketch<>(counters));
    }

    private FrequentTexts(FrequentItemsSketch<String> sketch) {
        this.sketch = sketch;
    }

    static FrequentTexts of(byte[] bytes) {
        return new FrequentTexts(FrequentItemsSketch.getInstance(MemorySegment.ofArray(bytes), TEXTS));
    }

    @Override
    public void update(String[] values, long[] counts, int size) {
        for (int i = 0; i < size; i++) {
            sketch.update(values[i], counts[i]);
        }
    }

    @Override
    public io.plumbline.measures.profile.FrequentItemsSketch merge(
            io.plumbline.measures.profile.FrequentItemsSketch other) {
        FrequentTexts merged = of(toBytes());
        merged.sketch.merge(((FrequentTexts) other).sketch);
        return merged;
    }

    @Override
    public List<FrequentItem> frequentItems() {
        return Arrays.stream(sketch.getFrequentItems(ErrorType.NO_FALSE_NEGATIVES))
                .map(row ->
                        new FrequentItem(row.getItem(), row.getEstimate(), row.getLowerBound(), row.getUpperBound()))
                .sorted(MOST_FREQUENT_FIRST)
                .toList();
    }

    @Override
    public long maximumError() {
        return sketch.getMaximumError();
    }

    @Override
    public byte[] toBytes() {
        return sketch.toByteArray(TEXTS);
    }
}
