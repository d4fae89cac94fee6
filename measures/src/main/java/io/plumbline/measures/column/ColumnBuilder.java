package io.plumbline.measures.column;

import io.plumbline.measures.exact.PowerSumAccumulator;
import io.plumbline.measures.exact.PowerSums;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Collects a column's chunks to all that a measure may ask of it: a numeric column's values are kept, and sorted where they are few or
 * have few different values; other columns' are counted by category. Not safe for use by several threads.
 */
public final class ColumnBuilder implements Consumer<ColumnChunk> {
    private static final int FEW = 1024;
    /** So many numbers are sorted faster than what is asked of them is found out without. */
    private static final int SORTED_AT_ONCE = 4096;

    private final ColumnType type;
    private final CategoryCounter categories;
    private final DistinctValues distinct = new DistinctValues();
    private final FiniteValues finite = new FiniteValues();
    private final NumberBuffer numbers;
    private long categorical;
    private long missing;
    private long violations;
    private boolean built;

    /** Keeps everything. */
    public ColumnBuilder(ColumnType type) {
        this(type, Integer.MAX_VALUE);
    }

    /**
     * Keeps all numbers but only so many categories, the other rows being counted together.
     *
     * @param type of the column
     * @param maxCategories how many categories are kept, as {@link CategoryCounter} chooses them
     */
    public ColumnBuilder(ColumnType type, int maxCategories) {
        this(type, maxCategories, FEW, new NumberMemory());
    }

    /**
     * Keeps all numbers but only so many categories.
     *
     * @param type of the column
     * @param maxCategories how many categories are kept, as {@link CategoryCounter} chooses them
     * @param rows how many rows there will be, as far as is known: there is room for so many numbers from the start on
     * @param memory where that room comes from
     */
    public ColumnBuilder(ColumnType type, int maxCategories, int rows, NumberMemory memory) {
        this.type = type;
        this.categories = new CategoryCounter(maxCategories);
        this.numbers = new NumberBuffer(memory, type.isNumeric() ? rows : 0);
    }

    /** Takes a chunk, as {@link #add(ColumnChunk)} does. */
    @Override
    public void accept(ColumnChunk chunk) {
        add(chunk);
    }

    /**
     * Takes a chunk.
     *
     * @throws IllegalArgumentException where it is not of the column's type; a column of numbers also takes whole numbers
     * @throws ArithmeticException where more numbers come than an array holds
     */
    public void add(ColumnChunk chunk) {
        if (chunk instanceof ColumnChunk.Numbers block && type == ColumnType.NUMBER) {
            addNumbers(block.values(), block.size());
        } else if (chunk instanceof ColumnChunk.Integers block && type.isNumeric()) {
            addIntegers(block);
        } else if (chunk instanceof ColumnChunk.Booleans block && type == ColumnType.BOOLEAN) {
            addBooleans(block);
        } else if (chunk instanceof ColumnChunk.Texts block && type == ColumnType.TEXT) {
            addTexts(block);
        } else {
            throw new IllegalArgumentException("a " + type.label() + " column does not take "
                    + chunk.getClass().getSimpleName());
        }
        missing += chunk.missing();
        violations += chunk.violations();
    }

    private void addNumbers(double[] values, int size) {
        double[] usable = finite.of(values, size);
        distinct.add(usable, finite.size());
        numbers.add(usable, finite.size());
    }

    private void addIntegers(ColumnChunk.Integers block) {
        double[] rounded =
                Arrays.stream(block.values(), 0, block.size()).asDoubleStream().toArray();
        distinct.add(rounded, rounded.length);
        numbers.add(rounded, rounded.length);
    }

    private void addBooleans(ColumnChunk.Booleans block) {
        categories.add("true", block.trues());
        categories.add("false", block.falses());
        categorical += block.trues() + block.falses();
    }

    private void addTexts(ColumnChunk.Texts block) {
        for (int i = 0; i < block.size(); i++) {
            categories.add(block.values()[i], block.counts()[i]);
            categorical += block.counts()[i];
        }
    }

    /**
     * The column. The builder is used up: its memory is the column's now.
     *
     * @throws IllegalStateException where that has been done before
     */
    public ColumnData build() {
        if (built) {
            throw new IllegalStateException("this column has been built already");
        }
        built = true;
        return type.isNumeric() ? buildNumbers() : buildCategories();
    }

    private ColumnData buildNumbers() {
        HeldValues held = numbers.take();
        Tally tally = finite.tally(held.size(), missing, violations);
        if (!distinct.isComplete() && held.size() > SORTED_AT_ONCE) {
            return new UnsortedNumbers(type, tally, held, distinct.count());
        }
        double[] sorted = sorted(held);
        held.giveBack();
        return SortedNumbers.of(type, tally, sorted, momentsOf(sorted));
    }

    private double[] sorted(HeldValues held) {
        return held.size() > SORTED_AT_ONCE
                ? distinct.inOrder()
                : NumberSort.sorted(Arrays.copyOf(held.numbers(), held.size()), held.size());
    }

    private static Moments momentsOf(double[] sorted) {
        if (sorted.length == 0) {
            return Moments.NONE;
        }
        PowerSumAccumulator sums = new PowerSumAccumulator();
        sums.addAll(sorted, sorted.length);
        PowerSums exact = sums.sums();
        // adding 0.0 makes -0.0 and 0.0 one value
        double min = sorted[0] + 0.0;
        double max = sorted[sorted.length - 1] + 0.0;
        return new Moments(exact.count(), min, max, exact.mean(), exact.variance());
    }

    private ColumnData buildCategories() {
        Tally tally = new Tally(categorical, missing, 0, 0, 0, violations);
        return CountedCategories.of(type, tally, categories.counts(), categories.distinct());
    }
}
