package io.plumbline.measures.comparison;

import io.plumbline.measures.table.TableException;
import java.util.List;

/** Compares two data sets column by column. */
public final class Comparison {
    private static final String STEP = "comparing columns";

    private Comparison() {}

    /**
     * Compares two data sets by a plan. Columns are worked on in parallel; at any time each thread holds one column of each data set.
     * The report does not depend on the number of threads.
     *
     * <p>Whole numbers are compared with numbers as numbers. A column whose types cannot be reconciled, or that has no values on one
     * side, is reported with the reason and not judged.
     *
     * @throws TableException where a data set cannot be read, or where there is nothing to compare: no rows, no column in common, or
     *     a column asked for that one of them does not have
     * @throws java.util.concurrent.CancellationException when the calling thread is interrupted
     */
    public static ComparisonReport compare(DataSet reference, DataSet current, ComparisonPlan plan, Progress progress) {
        requireRows(reference);
        requireRows(current);
        List<ColumnPair> pairs = new ColumnPairs(reference, current).choose(plan.columns());
        Judgement judgement = new Judgement(
                measure(reference, current, pairs, plan, progress),
                plan.correction().orElse(plan.preset().correction()),
                plan.preset().driftedShare());
        List<DataSetSummary> summaries = summaries(reference, current, plan.threads());
        return new ComparisonReport(
                summaries.get(0),
                summaries.get(1),
                plan.preset().name(),
                judgement.reports(),
                ColumnPairs.onlyIn(reference, current),
                ColumnPairs.onlyIn(current, reference),
                judgement.verdict());
    }

    private static void requireRows(DataSet data) {
        if (data.rows() == 0) {
            throw new TableException(data.name() + " has only a header and no rows: there is nothing to compare");
        }
    }

    private static List<MeasuredColumn> measure(
            DataSet reference, DataSet current, List<ColumnPair> pairs, ComparisonPlan plan, Progress progress) {
        ColumnComparison comparison = new ColumnComparison(reference, current, new MeasureChoice(plan));
        return Workers.run(STEP, progress, pairs.size(), plan.threads(), i -> comparison.measure(pairs.get(i)));
    }

    private static List<DataSetSummary> summaries(DataSet reference, DataSet current, int threads) {
        List<DataSet> sides = List.of(reference, current);
        return Workers.run(sides.size(), threads, i -> summary(sides.get(i)));
    }

    private static DataSetSummary summary(DataSet data) {
        return new DataSetSummary(data.name(), data.rows(), data.columns().size(), data.duplicateRows());
    }
}
