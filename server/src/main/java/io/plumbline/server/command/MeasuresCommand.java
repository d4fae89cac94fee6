package io.plumbline.server.command;

import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.Measures;
import io.plumbline.measures.fairness.FairnessMeasures;
import io.plumbline.measures.performance.PerformanceMeasures;
import io.plumbline.server.output.MeasureCatalog;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists every measure. */
@Command(
        name = "measures",
        description = {
            "Lists every measure of drift, performance and fairness with its id, formula, range, direction and source.",
            "",
            "Ids end in @1 for Plumbline's own definitions, and in the name of a reference tool for those that equal the "
                    + "tool's numbers.",
            ""
        },
        footer = {"", "Examples:", "  plumbline measures", "  plumbline measures --format json"})
public final class MeasuresCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table.")
    private ListFormat format = ListFormat.TABLE;

    /** A command that shows its list there. */
    public MeasuresCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        MeasureCatalog catalog = new MeasureCatalog(
                Measures.all().stream().map(Measure::definition).toList(),
                Stream.concat(PerformanceMeasures.definitions().stream(), FairnessMeasures.definitions().stream())
                        .toList());
        switch (format) {
            case TABLE -> catalog.writeTable(out, surroundings.terminal().emphasis());
            case JSON -> catalog.writeJson(out);
        }
        return ExitCode.OK;
    }
}
