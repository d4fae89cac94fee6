package io.plumbline.measures.comparison;

import io.plumbline.measures.profile.DistinctSketch;
import io.plumbline.measures.profile.FrequentItemsSketch;
import io.plumbline.measures.profile.QuantileSketch;
import io.plumbline.measures.profile.Sketches;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/** Sketches that keep every value and answer a little wrong all the same, for tests. */
final class RoughSketches implements Sketches {
    static final double ERROR = 0.01;

    @Override
    public QuantileSketch quantiles(int size) {
        return new Quantiles(new ArrayList<>());
    }

    @Override
    public QuantileSketch readQuantiles(byte[] bytes) {
        return new Quantiles(new ArrayList<>(read(bytes)));
    }

    @Override
    public DistinctSketch distinct(int size) {
        return new Distinct(new TreeSet<>());
    }

    @Override
    public DistinctSketch readDistinct(byte[] bytes) {
        return new Distinct(new TreeSet<>(read(bytes)));
    }

    @Override
    public FrequentItemsSketch frequentItems(int size) {
        throw new UnsupportedOperationException("is for texts");
    }

    @Override
    public FrequentItemsSketch readFrequentItems(byte[] bytes) {
        throw new UnsupportedOperationException("is for texts");
    }

    private static byte[] write(Collection<Double> values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.size() * Double.BYTES);
        values.forEach(bytes::putDouble);
        return bytes.array();
    }

    private static List<Double> read(byte[] bytes) {
        DoubleBuffer doubles = ByteBuffer.wrap(bytes).asDoubleBuffer();
        return DoubleStream.generate(doubles::get)
                .limit(doubles.remaining())
                .boxed()
                .toList();
    }

    private record Quantiles(List<Double> values) implements QuantileSketch {
        @Override
        public void update(double[] block, int size) {
            for (int i = 0; i < size; i++) {
                values.add(block[i]);
            }
        }

        @Override
        public long count() {
            return values.size();
        }

        @Override
        public double quantile(double rank) {
            return values.stream()
                    .sorted()
                    .skip((long) (Math.min(1, rank + ERROR) * (values.size() - 1)))
                    .findFirst()
                    .orElse(Double.NaN);
        }

        @Override
        public double shareBelow(double value) {
            return shareUpTo(Math.nextDown(value));
        }

        @Override
        public double shareUpTo(double value) {
            long below = values.stream().filter(one -> one <= value).count();
            return Math.min(1, (double) below / values.size() + ERROR);
        }

        @Override
        public double rankError() {
            return ERROR;
        }

        @Override
        public QuantileSketch merge(QuantileSketch other) {
            List<Double> both = new ArrayList<>(values);
            both.addAll(((Quantiles) other).values);
            return new Quantiles(both);
        }

        @Override
        public byte[] toBytes() {
            return write(values);
        }
    }

    private record Distinct(TreeSet<Double> values) implements DistinctSketch {
        @Override
        public void update(double[] block, int size) {
            for (int i = 0; i < size; i++) {
                values.add(block[i]);
            }
        }

        @Override
        public void update(long[] block, int size) {
            for (int i = 0; i < size; i++) {
                values.add((double) block[i]);
            }
        }

        @Override
        public void update(String[] block, int size) {
            throw new UnsupportedOperationException("is for numbers");
        }

        @Override
        public double estimate() {
            return values.size() * (1 + ERROR);
        }

        @Override
        public double relativeError() {
            return ERROR;
        }

        @Override
        public DistinctSketch merge(DistinctSketch other) {
            TreeSet<Double> both = new TreeSet<>(values);
            both.addAll(((Distinct) other).values);
            return new Distinct(both);
        }

        @Override
        public byte[] toBytes() {
            return write(values);
        }
    }
}
