package io.plumbline.measures.column;

/** A column of text or truth values of which every category was counted, or as many as were kept. */
public final class CountedCategories implements ColumnData {
    private final ColumnType type;
    private final Tally tally;
    private final CategoryCounts categories;
    private final DistinctCount distinct;

    private CountedCategories(ColumnType type, Tally tally, CategoryCounts categories, DistinctCount distinct) {
        this.type = type;
        this.tally = tally;
        this.categories = categories;
        this.distinct = distinct;
    }

    /**
     * A column of these categories.
     *
     * @param type text or boolean
     * @param tally the rows; its {@code values} is the total of {@code categories}
     * @param categories the counts
     * @param distinct how many different values there are, with those that were not kept
     */
    public static CountedCategories of(
            ColumnType type, Tally tally, CategoryCounts categories, DistinctCount distinct) {
        if (type.isNumeric() || tally.values() != categories.total()) {
            throw new IllegalArgumentException("a " + type.label() + " column of " + tally.values()
                    + " values and categories of " + categories.total());
        }
        return new CountedCategories(type, tally, categories, distinct);
    }

    @Override
    public ColumnType type() {
        return type;
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public Moments moments() {
        throw notNumeric("moments");
    }

    @Override
    public DistinctCount distinct() {
        return distinct;
    }

    @Override
    public EdgeCounts countsOver(Edges edges) {
        throw notNumeric("bins");
    }

    @Override
    public double quantile(double rank) {
        throw notNumeric("quantiles");
    }

    @Override
    public CategoryCounts categories() {
        return categories;
    }

    @Override
    public boolean hasValues() {
        return false;
    }

    @Override
    public double[] sortedValues() {
        throw notNumeric("sorted values");
    }

    @Override
    public double rankError() {
        return 0;
    }

    private NotKnownException notNumeric(String what) {
        return new NotKnownException("a " + type.label() + " column has no " + what);
    }
}
