package io.plumbline.server.command;

import io.plumbline.measures.comparison.TableDataSet;
import io.plumbline.measures.inspection.Inspection;
import io.plumbline.measures.inspection.QualityReport;
import io.plumbline.measures.table.Schema;
import io.plumbline.server.output.Emphasis;
import io.plumbline.server.output.InspectionJson;
import io.plumbline.server.output.InspectionTable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at the condition of one data set. */
@Command(
        name = "quality",
        description = {
            "Tells in which condition a data set is: missing, mistyped and constant values of each column, duplicate rows and "
                    + "columns, and which columns go together.",
            "",
            "It needs the rows: profiles (.plp) are not taken. Of numbers Pearson's and Spearman's correlation are computed, of "
                    + "categories Cramér's V, each for the first 50 columns.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline quality train.csv",
            "  plumbline quality 'data/2025-*.parquet' --schema roles.json",
            "  plumbline quality train.csv --columns age,income --format json",
            "  plumbline quality train.csv -o quality.json"
        })
public final class QualityCommand implements Callable<Integer> {
    private final DataSources dataSources;
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DATA", description = "The data set: a file or a pattern.")
    @SuppressWarnings("NullAway.Init") // picocli sets it or refuses
    private String data;

    @Option(
            names = "--columns",
            paramLabel = "NAME",
            split = ",",
            description = "Look only at these columns. Default: all. Duplicate rows are always equal in all columns.")
    private List<String> columns = new ArrayList<>();

    @Mixin
    private InputOptions inputOptions = new InputOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table or json. Default: by the ending of the output's name, otherwise table.")
    private @Nullable ListFormat format;

    @Mixin
    private OutputOption output = new OutputOption();

    /** A command that uses these. */
    public QualityCommand(DataSources dataSources, Surroundings surroundings) {
        this.dataSources = dataSources;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Schema schema = inputOptions.schema();
        ListFormat chosen = format == null ? byName() : format;
        Destination destination = output.destination(
                inputOptions.inputs(data), surroundings, spec.commandLine().getOut());
        QualityReport report = inspect(schema);
        destination.write(
                (out, emphasis) -> write(report, chosen, emphasis, out),
                chosen.description(),
                new InspectionTable(report, Emphasis.NONE).headline());
        return ExitCode.OK;
    }

    private ListFormat byName() {
        return output.path().map(ListFormat::of).orElse(ListFormat.TABLE);
    }

    private QualityReport inspect(Schema schema) {
        try (DataSource source = dataSources.start(inputOptions.threads())) {
            return new Work(surroundings).with(spec.commandLine().getErr(), progress -> {
                progress.report("reading " + data, 0, 0);
                TableDataSet rows = source.openRows(data, schema);
                Inputs.requireColumns(schema, rows.columns().stream());
                return Inspection.of(rows, columns, inputOptions.threads(), progress);
            });
        }
    }

    private static void write(QualityReport report, ListFormat chosen, Emphasis emphasis, Writer out)
            throws IOException {
        switch (chosen) {
            case TABLE -> new InspectionTable(report, emphasis).writeTo(out);
            case JSON -> new InspectionJson(report).writeTo(out);
        }
    }
}
