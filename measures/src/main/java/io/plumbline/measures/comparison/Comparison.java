package io.plumbline.measures.comparison;

import io.plumbline.measures.table.TableException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

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
        Measured measured = measure(reference, current, pairs, plan, progress);
        Judgement judgement = new Judgement(
                measured.columns(),
                plan.correction().orElse(plan.preset().correction()),
                plan.preset().driftedShare());
        return new ComparisonReport(
                measured.summaries().get(0),
                measured.summaries().get(1),
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

    private record Measured(List<DataSetSummary> summaries, List<MeasuredColumn> columns) {}

    /** Duplicate rows are looked for beside the first columns, so that no thread waits for them in the end. */
    private static Measured measure(
            DataSet reference, DataSet current, List<ColumnPair> pairs, ComparisonPlan plan, Progress progress) {
        List<DataSet> sides = List.of(reference, current);
        DataSetSummary[] summaries = new DataSetSummary[sides.size()];
        ColumnComparison comparison = new ColumnComparison(reference, current, new MeasureChoice(plan));
        IntFunction<Optional<MeasuredColumn>> column =
                Workers.told(STEP, progress, pairs.size(), i -> Optional.of(comparison.measure(pairs.get(i))));
        List<Optional<MeasuredColumn>> parts = Workers.run(sides.size() + pairs.size(), plan.threads(), i -> {
            if (i >= sides.size()) {
                return column.apply(i - sides.size());
            }
            summaries[i] = summary(sides.get(i));
            return Optional.empty();
        });
        return new Measured(
                List.of(summaries), parts.stream().flatMap(Optional::stream).toList());
    }

    private static DataSetSummary summary(DataSet data) {
        return new DataSetSummary(data.name(), data.rows(), data.columns().size(), data.duplicateRows());
    }
}
