package io.plumbline.server.command;

import io.plumbline.measures.comparison.Comparison;
import io.plumbline.measures.comparison.ComparisonPlan;
import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.comparison.DataSet;
import io.plumbline.measures.comparison.Progress;
import io.plumbline.measures.table.Schema;
import java.io.PrintWriter;
import java.util.stream.Stream;

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
            return new Work(surroundings).with(err, progress -> {
                DataSet before = open(source, reference, schema, progress);
                DataSet now = open(source, current, schema, progress);
                Inputs.requireColumns(schema, Stream.of(before, now).flatMap(data -> data.columns().stream()));
                return Comparison.compare(before, now, plan, progress);
            });
        }
    }

    private static DataSet open(DataSource source, String location, Schema schema, Progress progress) {
        progress.report("reading " + location, 0, 0);
        return source.open(location, schema);
    }
}
