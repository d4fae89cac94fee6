package io.plumbline.server.command;

import io.plumbline.measures.comparison.Comparison;
import io.plumbline.measures.comparison.ComparisonPlan;
import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.comparison.DataSet;
import io.plumbline.measures.table.Schema;
import java.io.PrintWriter;
import java.util.List;

/** Opens two data sets and compares them, showing progress. */
final class Comparer {
    private final DataSources dataSources;
    private final Surroundings surroundings;

    Comparer(DataSources dataSources, Surroundings surroundings) {
        this.dataSources = dataSources;
        this.surroundings = surroundings;
    }

    ComparisonReport compare(String reference, String current, Schema schema, ComparisonPlan plan, PrintWriter err) {
        try (DataSource source = dataSources.start(plan.threads())) {
            DataSet before = source.open(reference, schema);
            DataSet now = source.open(current, schema);
            Inputs.requireColumns(schema, List.of(before, now));
            return new Work(surroundings).with(err, progress -> Comparison.compare(before, now, plan, progress));
        }
    }
}
