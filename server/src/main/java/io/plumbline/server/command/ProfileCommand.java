package io.plumbline.server.command;

import io.plumbline.measures.profile.ProfileFile;
import io.plumbline.measures.table.Schema;
import io.plumbline.server.output.NewFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "  plumbline compare train.plp today.csv",
            "  plumbline profile today.csv -o today.plp --baseline train.plp"
        })
public final class ProfileCommand implements Callable<Integer> {
    private final DataSources dataSources;
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

    @Option(
            names = "--baseline",
            paramLabel = "FILE.plp",
            description = "Count over the bins of this profile, so that the two can be compared exactly. Default: each "
                    + "column over its own deciles.")
    private @Nullable String baseline;

    @Mixin
    private InputOptions inputOptions = new InputOptions();

    /** A command that uses these. */
    public ProfileCommand(DataSources dataSources, Surroundings surroundings) {
        this.dataSources = dataSources;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Inputs.requireOther(output, inputs());
        NewFile file = NewFile.at(output);
        Schema schema = inputOptions.schema();
        try (DataSource source = dataSources.start(inputOptions.threads())) {
            ProfileFile profiles = new Work(surroundings)
                    .with(
                            spec.commandLine().getErr(),
                            progress -> source.profile(data, schema, Optional.ofNullable(baseline), progress));
            file.writeBytes(stream -> stream.write(profiles.toBytes()));
            spec.commandLine().getOut().println(summary(profiles));
        }
        return ExitCode.OK;
    }

    private String summary(ProfileFile profiles) {
        return String.format(
                "The profile of %s (%,d rows, %,d columns) is in %s.",
                profiles.name(), profiles.rows(), profiles.columns().size(), output);
    }

    private List<String> inputs() {
        return baseline == null ? inputOptions.inputs(data) : inputOptions.inputs(data, baseline);
    }
}
