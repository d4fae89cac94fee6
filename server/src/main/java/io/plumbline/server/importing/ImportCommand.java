package io.plumbline.server.importing;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.command.ExitCode;
import io.plumbline.server.command.Surroundings;
import io.plumbline.server.command.Work;
import io.plumbline.server.output.RefusedException;
import io.plumbline.server.remote.ServerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends files to a server, which makes records of their rows. */
@Command(
        name = "import",
        description = {
            "Sends CSV, Parquet or JSON files as they are, also compressed by gzip or Zstandard, to a running server, which makes records of their rows.",
            "",
            "All rows of a file come in, or none. A file counts once by its content: what was cut off is run again, and a repeated one changes nothing.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline import loans october.csv --server http://host:8080 --key pk_...",
            "  PLUMBLINE_KEY=pk_... plumbline import 6920b3f1c0ff8ee092345678 *.parquet --event-time scored_at"
        })
public final class ImportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "DATASET", description = "The dataset's id or name.")
    private @Nullable String dataset;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILE",
            description = "The files, sent one after the other.")
    private List<Path> files = List.of();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private FileOptions options;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    /** A command in these surroundings. */
    public ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        // Not left to picocli, which would ask for them before a subcommand too.
        if (dataset == null || files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required parameters: 'DATASET', 'FILE'");
        }
        return bring(dataset);
    }

    private int bring(String to) {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new RefusedException("There is no file '" + file + "'.");
            }
        }
        String credential = server.credential(surroundings);
        NativeApi api = new NativeApi(server.server(), credential);
        String id = new DatasetChoice(api).idOf(to);
        files.forEach(file -> send(api, id, file));
        return ExitCode.OK;
    }

    private void send(NativeApi api, String id, Path file) {
        Imported imported = new Work(surroundings)
                .with(
                        spec.commandLine().getErr(),
                        (Progress progress) -> api.addFile(id, file, options.queryFor(file), progress));
        spec.commandLine().getOut().println(imported.sentence(file));
    }
}
