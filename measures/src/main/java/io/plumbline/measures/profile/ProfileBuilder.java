package io.plumbline.measures.profile;

import io.plumbline.measures.column.CategoryCounter;
import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.FiniteValues;
import io.plumbline.measures.column.Tally;
import java.util.Optional;
import java.util.function.Consumer;

/** Adds a column's chunks up to a profile, in memory that does not grow with the rows. Not safe for use by several threads. */
public final class ProfileBuilder implements Consumer<ColumnChunk> {
    private final ProfileSpec spec;
    private final Sketches library;
    private final SketchSet sketches;
    private final FiniteValues finite = new FiniteValues();
    private final NumberAccumulator numbers;
    private final CategoryCounter categories;
    private double[] rounded = new double[0];
    private long values;
    private long missing;
    private long violations;

    /**
     * Starts an empty profile.
     *
     * @param sketches makes the sketches that the specification asks for; {@link Sketches#NONE} where it asks for none
     */
    public ProfileBuilder(ProfileSpec spec, Sketches sketches) {
        this.spec = spec;
        this.library = sketches;
        this.sketches = SketchSet.empty(spec, sketches);
        this.numbers = new NumberAccumulator(spec);
        this.categories = new CategoryCounter(spec.maxCategories());
    }

    /** Takes a chunk, as {@link #add(ColumnChunk)} does. */
    @Override
    public void accept(ColumnChunk chunk) {
        add(chunk);
    }

    /**
     * Adds a chunk.
     *
     * @throws IllegalArgumentException where it is not of the column's type; a column of numbers also takes whole numbers
     */
    public void add(ColumnChunk chunk) {
        ColumnType type = spec.type();
        if (chunk instanceof ColumnChunk.Numbers block && type == ColumnType.NUMBER) {
            addNumbers(block.values(), block.size());
        } else if (chunk instanceof ColumnChunk.Integers block && type == ColumnType.NUMBER) {
            addNumbers(rounded(block), block.size());
        } else if (chunk instanceof ColumnChunk.Integers block && type.isNumeric()) {
            addIntegers(block);
        } else if (chunk instanceof ColumnChunk.Booleans block && type == ColumnType.BOOLEAN) {
            addBooleans(block);
        } else if (chunk instanceof ColumnChunk.Texts block && type == ColumnType.TEXT) {
            addTexts(block);
        } else {
            throw new IllegalArgumentException("a profile of a " + type.label() + " column does not take "
                    + chunk.getClass().getSimpleName());
        }
        missing += chunk.missing();
        violations += chunk.violations();
    }

    private void addNumbers(double[] block, int length) {
        double[] usable = finite.of(block, length);
        int size = finite.size();
        numbers.add(usable, size);
        sketches.quantiles().ifPresent(sketch -> sketch.update(usable, size));
        sketches.distinct().ifPresent(sketch -> sketch.update(usable, size));
        values += size;
    }

    private void addIntegers(ColumnChunk.Integers block) {
        double[] nearest = rounded(block);
        int size = block.size();
        numbers.add(block.values(), nearest, size);
        sketches.quantiles().ifPresent(sketch -> sketch.update(nearest, size));
        sketches.distinct().ifPresent(sketch -> sketch.update(block.values(), size));
        values += size;
    }

    private double[] rounded(ColumnChunk.Integers block) {
        if (rounded.length < block.size()) {
            rounded = new double[block.size()];
        }
        long[] whole = block.values();
        for (int i = 0; i < block.size(); i++) {
            rounded[i] = whole[i];
        }
        return rounded;
    }

    private void addBooleans(ColumnChunk.Booleans block) {
        categories.add("true", block.trues());
        categories.add("false", block.falses());
        values += block.trues() + block.falses();
    }

    private void addTexts(ColumnChunk.Texts block) {
        for (int i = 0; i < block.size(); i++) {
            categories.add(block.values()[i], block.counts()[i]);
            values += block.counts()[i];
        }
        sketches.distinct().ifPresent(sketch -> sketch.update(block.values(), block.size()));
        sketches.frequentItems().ifPresent(sketch -> sketch.update(block.values(), block.counts(), block.size()));
    }

    /** The profile of what was added so far; adding more does not change it. */
    public Profile build() {
        Tally tally = finite.tally(values, missing, violations);
        ExactPart exact = spec.type().isNumeric()
                ? new ExactPart(tally, Optional.of(numbers.summary()), Optional.empty())
                : new ExactPart(tally, Optional.empty(), Optional.of(categories.counts()));
        return new Profile(spec, exact, sketches.copy(library));
    }
}
