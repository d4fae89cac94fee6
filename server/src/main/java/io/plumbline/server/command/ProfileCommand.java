package io.plumbline.server.command;

import io.plumbline.measures.comparison.DataSet;
import io.plumbline.measures.comparison.Progress;
import io.plumbline.measures.table.Schema;
import io.plumbline.server.output.NewFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the profiles of a data set's columns to a file. */
@Command(
        name = "profile",
        description = {
            "Summarizes a data set in a small file, which 'plumbline compare' takes in place of the data.",
            "",
            "A profile holds counts, moments and sketches, and none of the rows. Measures that need every value cannot be "
                    + "computed from it, or only within an interval, and say so.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline profile train.parquet -o train.plp",
            "  plumbline profile 'data/2025-*.csv' -o 2025.plp --schema roles.json",
            "  plumbline compare train.plp today.csv"
        })
public final class ProfileCommand implements Callable<Integer> {
    private final Services services;
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DATA", description = "The data set: a file or a pattern.")
    @SuppressWarnings("NullAway.Init") // picocli sets it or refuses
    private String data;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE.plp",
            description = "The file to write. It appears complete or not at all.")
    @SuppressWarnings("NullAway.Init") // picocli sets it or refuses
    private Path output;

    @Mixin
    private InputOptions inputOptions = new InputOptions();

    /** A command that uses these. */
    public ProfileCommand(Services services, Surroundings surroundings) {
        this.services = services;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Inputs.requireOther(output, inputs());
        NewFile file = NewFile.at(output);
        Schema schema = inputOptions.schema();
        try (DataSource source = services.startDataSource(inputOptions.threads())) {
            DataSet dataSet = source.open(data, schema);
            Inputs.requireColumns(schema, List.of(dataSet));
            new Work(surroundings)
                    .with(spec.commandLine().getErr(), progress -> write(source, dataSet, file, progress));
            spec.commandLine().getOut().println(summary(dataSet));
        }
        return ExitCode.OK;
    }

    private static DataSet write(DataSource source, DataSet dataSet, NewFile file, Progress progress) {
        file.writeBytes(stream -> source.writeProfile(dataSet, progress, stream));
        return dataSet;
    }

    private String summary(DataSet dataSet) {
        return String.format(
                "The profile of %s (%,d rows, %,d columns) is in %s.",
                dataSet.name(), dataSet.rows(), dataSet.columns().size(), output);
    }

    private List<String> inputs() {
        List<String> inputs = new ArrayList<>(List.of(data));
        inputOptions.schemaFile().ifPresent(file -> inputs.add(file.toString()));
        return inputs;
    }
}
