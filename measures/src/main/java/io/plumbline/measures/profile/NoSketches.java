package io.plumbline.measures.profile;

/** Has no sketches to give. */
final class NoSketches implements Sketches {

    @Override
    public QuantileSketch quantiles(int size) {
        throw none();
    }

    @Override
    public QuantileSketch readQuantiles(byte[] bytes) {
        throw none();
    }

    @Override
    public DistinctSketch distinct(int size) {
        throw none();
    }

    @Override
    public DistinctSketch readDistinct(byte[] bytes) {
        throw none();
    }

    @Override
    public FrequentItemsSketch frequentItems(int size) {
        throw none();
    }

    @Override
    public FrequentItemsSketch readFrequentItems(byte[] bytes) {
        throw none();
    }

    private static IllegalArgumentException none() {
        return new IllegalArgumentException("the profile has a sketch, and no library of sketches was given");
    }
}
