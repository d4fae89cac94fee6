package io.plumbline.server.command;

import io.plumbline.measures.comparison.ComparisonPlan;
import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.comparison.DataSet;
import io.plumbline.measures.table.Schema;
import java.io.PrintWriter;
import java.util.List;

/** Opens two data sets and compares them, showing progress. */
final class Comparer {
    private final Services services;
    private final Surroundings surroundings;

    Comparer(Services services, Surroundings surroundings) {
        this.services = services;
        this.surroundings = surroundings;
    }

    ComparisonReport compare(String reference, String current, Schema schema, ComparisonPlan plan, PrintWriter err) {
        try (DataSource source = services.startDataSource(plan.threads())) {
            DataSet before = source.open(reference, schema);
            DataSet now = source.open(current, schema);
            Inputs.requireColumns(schema, List.of(before, now));
            return new Work(surroundings).with(err, progress -> services.compare(before, now, plan, progress));
        }
    }
}
