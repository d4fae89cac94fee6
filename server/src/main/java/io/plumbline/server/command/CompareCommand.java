package io.plumbline.server.command;

import io.plumbline.measures.comparison.ComparisonPlan;
import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.table.Schema;
import io.plumbline.server.output.ComparisonJson;
import io.plumbline.server.output.ComparisonTable;
import io.plumbline.server.output.Emphasis;
import io.plumbline.server.output.RefusedException;
import io.plumbline.server.report.HtmlReport;
import io.plumbline.server.report.Summary;
import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two data sets. */
@Command(
        name = "compare",
        description = {
            "Compares a current data set with a reference, column by column, and says which columns have drifted.",
            "",
            "Files may be CSV, Parquet, JSON or NDJSON, compressed by gzip or zstd, patterns such as 'data/*.parquet', "
                    + "or profiles (.plp) written by 'plumbline profile'.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline compare train.csv today.csv",
            "  plumbline compare train.parquet 'today/*.parquet' --format html -o report.html",
            "  plumbline compare train.csv today.csv --columns age,income --measure ks --measure psi",
            "  plumbline compare train.csv today.csv --profile evidently-0.7 --format json",
            "  plumbline compare train.plp today.csv --schema roles.json --fail-on-drift"
        })
public final class CompareCommand implements Callable<Integer> {
    private final DataSources dataSources;
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "REFERENCE", description = "The data set that is held to be right.")
    @SuppressWarnings("NullAway.Init") // picocli sets it or refuses
    private String reference;

    @Parameters(index = "1", paramLabel = "CURRENT", description = "The data set that is compared with it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it or refuses
    private String current;

    @Mixin
    private MeasureOptions measureOptions = new MeasureOptions();

    @Mixin
    private InputOptions inputOptions = new InputOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, json or html. Default: by the ending of the output's name, otherwise table.")
    private @Nullable OutputFormat format;

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(names = "--fail-on-drift", description = "End with exit code 1 if the data set as a whole has drifted.")
    private boolean failOnDrift;

    /** A command that uses these. */
    public CompareCommand(DataSources dataSources, Surroundings surroundings) {
        this.dataSources = dataSources;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Schema schema = inputOptions.schema();
        ComparisonPlan plan = measureOptions.plan(inputOptions.threads());
        OutputFormat chosen = format == null ? byName() : format;
        Destination destination = output.destination(
                inputOptions.inputs(reference, current),
                surroundings,
                spec.commandLine().getOut());
        ComparisonReport report = new Comparer(dataSources, surroundings)
                .compare(reference, current, schema, plan, spec.commandLine().getErr());
        Summary summary = new Summary(report);
        destination.write(
                (out, emphasis) -> write(report, chosen, emphasis, out),
                chosen.description(),
                summary.headline() + ". " + summary.conclusion());
        return exitCode(report);
    }

    private OutputFormat byName() {
        return output.path().map(OutputFormat::of).orElse(OutputFormat.TABLE);
    }

    private static void write(ComparisonReport report, OutputFormat chosen, Emphasis emphasis, Writer out)
            throws IOException {
        switch (chosen) {
            case TABLE -> new ComparisonTable(report, emphasis).writeTo(out);
            case JSON -> new ComparisonJson(report).writeTo(out);
            case HTML -> HtmlReport.write(report, out);
        }
    }

    private int exitCode(ComparisonReport report) {
        if (failOnDrift && report.verdict().columns() == 0) {
            throw new RefusedException("--fail-on-drift has nothing to go by: no column could be judged. "
                    + new Summary(report).conclusion());
        }
        return failOnDrift && report.verdict().drifted() ? ExitCode.DRIFT : ExitCode.OK;
    }
}
