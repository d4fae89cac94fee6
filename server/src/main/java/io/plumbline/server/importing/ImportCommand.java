package io.plumbline.server.importing;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.measures.table.Schema;
import io.plumbline.server.command.DataSource;
import io.plumbline.server.command.DataSource.JsonRows;
import io.plumbline.server.command.DataSources;
import io.plumbline.server.command.ExitCode;
import io.plumbline.server.command.Surroundings;
import io.plumbline.server.command.Work;
import io.plumbline.server.output.RefusedException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends the rows of a file to a server. */
@Command(
        name = "import",
        description = {
            "Sends the rows of a CSV, Parquet or JSON file to a data set of a running server, in batches.",
            "",
            "A batch is named by the file's content and its place in it, and is counted once: an import that was cut off is "
                    + "taken up by running it again, and a repeated one changes nothing.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline import 6920b3f1-c0ff-8ee0-9234-56789a000000 october.csv --server http://host:8080 --key pk_...",
            "  PLUMBLINE_KEY=pk_... plumbline import 6920b3f1-c0ff-8ee0-9234-56789a000000 october.parquet"
        })
public final class ImportCommand implements Callable<Integer> {
    private static final String KEY_VARIABLE = "PLUMBLINE_KEY";

    private final DataSources dataSources;
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "DATASET", description = "The data set's id.")
    private @Nullable String dataSet;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The file.")
    private @Nullable Path file;

    @Option(names = "--server", paramLabel = "URL", description = "The server. Default: http://127.0.0.1:8080.")
    private URI server = URI.create("http://127.0.0.1:8080");

    @Option(names = "--key", paramLabel = "KEY", description = "An API key. Default: that in " + KEY_VARIABLE + ".")
    private @Nullable String key;

    /** A command that reads files by these. */
    public ImportCommand(DataSources dataSources, Surroundings surroundings) {
        this.dataSources = dataSources;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        // Not left to picocli, which would ask for them before a subcommand too.
        if (dataSet == null || file == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameters: 'DATASET', 'FILE'");
        }
        return bring(dataSet, file);
    }

    private int bring(String to, Path from) {
        if (!Files.isRegularFile(from)) {
            throw new RefusedException("There is no file '" + from + "'.");
        }
        String credential = Optional.ofNullable(key)
                .or(() -> Optional.ofNullable(surroundings.environment().get(KEY_VARIABLE)))
                .orElseThrow(() -> new RefusedException("An API key is needed, by --key or in " + KEY_VARIABLE + "."));
        Sent sent = new Work(surroundings)
                .with(spec.commandLine().getErr(), progress -> send(to, from, credential, progress));
        spec.commandLine().getOut().println(sent.sentence(from));
        return ExitCode.OK;
    }

    private Sent send(String to, Path from, String credential, Progress progress) {
        progress.report("reading " + from, 0, 0);
        try (DataSource source = dataSources.start(Runtime.getRuntime().availableProcessors());
                RecordsEndpoint endpoint = new RecordsEndpoint(server, to, credential)) {
            JsonRows rows = source.openJsonRows(from.toString(), Schema.NONE);
            BatchSender sender = new BatchSender(endpoint, rows, FileDigest.of(from), progress);
            rows.read(sender::add);
            return sender.finish();
        }
    }
}
