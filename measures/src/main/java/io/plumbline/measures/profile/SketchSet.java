package io.plumbline.measures.profile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The sketches of a profile, those that its specification asks for.
 *
 * @param quantiles of a numeric column
 * @param distinct how many different values
 * @param frequentItems of a text column
 */
record SketchSet(
        Optional<QuantileSketch> quantiles,
        Optional<DistinctSketch> distinct,
        Optional<FrequentItemsSketch> frequentItems) {

    static SketchSet empty(ProfileSpec spec, Sketches sketches) {
        Map<SketchKind, Integer> sizes = spec.sketches();
        return new SketchSet(
                Optional.ofNullable(sizes.get(SketchKind.QUANTILES)).map(sketches::quantiles),
                Optional.ofNullable(sizes.get(SketchKind.DISTINCT)).map(sketches::distinct),
                Optional.ofNullable(sizes.get(SketchKind.FREQUENT_ITEMS)).map(sketches::frequentItems));
    }

    static SketchSet read(Map<SketchKind, byte[]> bytes, Sketches sketches) {
        return new SketchSet(
                Optional.ofNullable(bytes.get(SketchKind.QUANTILES)).map(sketches::readQuantiles),
                Optional.ofNullable(bytes.get(SketchKind.DISTINCT)).map(sketches::readDistinct),
                Optional.ofNullable(bytes.get(SketchKind.FREQUENT_ITEMS)).map(sketches::readFrequentItems));
    }

    /** Those of these kinds. */
    SketchSet keeping(Set<SketchKind> kinds) {
        return new SketchSet(
                quantiles.filter(sketch -> kinds.contains(SketchKind.QUANTILES)),
                distinct.filter(sketch -> kinds.contains(SketchKind.DISTINCT)),
                frequentItems.filter(sketch -> kinds.contains(SketchKind.FREQUENT_ITEMS)));
    }

    /** The bytes of each sketch, in the order of the kinds. */
    Map<SketchKind, byte[]> bytes() {
        Map<SketchKind, byte[]> bytes = new TreeMap<>();
        quantiles.ifPresent(sketch -> bytes.put(SketchKind.QUANTILES, sketch.toBytes()));
        distinct.ifPresent(sketch -> bytes.put(SketchKind.DISTINCT, sketch.toBytes()));
        frequentItems.ifPresent(sketch -> bytes.put(SketchKind.FREQUENT_ITEMS, sketch.toBytes()));
        return bytes;
    }

    SketchSet merge(SketchSet other) {
        return new SketchSet(
                merge(quantiles, other.quantiles),
                merge(distinct, other.distinct),
                merge(frequentItems, other.frequentItems));
    }

    /** Sketches that do not change when these are updated. */
    SketchSet copy(Sketches sketches) {
        return read(bytes(), sketches);
    }

    private static <S extends Sketch<S>> Optional<S> merge(Optional<S> here, Optional<S> there) {
        Function<S, Optional<S>> withThere = sketch -> there.map(sketch::merge);
        return here.flatMap(withThere);
    }
}
