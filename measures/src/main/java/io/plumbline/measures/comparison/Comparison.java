package io.plumbline.measures.comparison;

/** Compares two data sets column by column. */
public final class Comparison {
    private Comparison() {}

    /**
     * Compares two data sets by a plan. Columns are worked on in parallel; at any time each thread holds one column of each data set.
     *
     * @throws io.plumbline.measures.table.TableException where a data set cannot be read, or where there is nothing to compare: no
     *     column in common, or a column asked for that one of them does not have
     * @throws java.util.concurrent.CancellationException when the calling thread is interrupted
     */
    @SuppressWarnings({"UnusedVariable", "DoNotCallSuggester"}) // the body follows
    public static ComparisonReport compare(DataSet reference, DataSet current, ComparisonPlan plan, Progress progress) {
        throw new UnsupportedOperationException("follows");
    }
}
