package io.plumbline.server.importing.mlflow;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.command.ExitCode;
import io.plumbline.server.command.Surroundings;
import io.plumbline.server.command.Work;
import io.plumbline.server.output.RefusedException;
import io.plumbline.server.remote.ServerOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings what MLflow has to a server. */
@Command(
        name = "mlflow",
        description = {
            "Brings experiments, runs, logged models, artifacts and registered models from a folder mlruns, or from a running MLflow server, "
                    + "to a running server.",
            "",
            "A run that came carries its old id in the tag plumbline.import.run_id: an import that was cut off is taken up by running "
                    + "it again, and a repeated one changes nothing. What is deleted at the source is left there.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline import mlflow ./mlruns --server http://host:8080 --key pk_...",
            "  MLFLOW_TRACKING_TOKEN=... plumbline import mlflow https://mlflow.example.org --key pk_..."
        })
public final class MlflowCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "SOURCE",
            description =
                    "A folder mlruns, or the address of an MLflow server; MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and "
                            + "MLFLOW_TRACKING_PASSWORD, are sent to it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it or refuses
    private String source;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    /** A command in these surroundings. */
    public MlflowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String credential = server.credential(surroundings);
        ImportReport report =
                new Work(surroundings).with(spec.commandLine().getErr(), progress -> bring(credential, progress));
        report.lines().forEach(spec.commandLine().getOut()::println);
        return report.isWhole() ? ExitCode.OK : ExitCode.INCOMPLETE;
    }

    private ImportReport bring(String credential, Progress progress) {
        progress.report("reading " + source, 0, 0);
        ImportReport report = new ImportReport();
        try (MlflowApi api = new MlflowApi(server.server(), Login.bearer(credential));
                Source from = open()) {
            MlflowImport experiments =
                    new MlflowImport(from, new Target(api), new LoggedModelTarget(api), progress, report);
            experiments.bring();
            new ModelImport(from, new ModelTarget(api), experiments, report).bring();
        }
        return report;
    }

    private Source open() {
        boolean remote = source.startsWith("http://") || source.startsWith("https://");
        if (remote) {
            return new ServerSource(new MlflowApi(address(), Login.ofVariables(surroundings.environment())));
        }
        return new FolderSource(Path.of(source.startsWith("file:") ? address().getPath() : source));
    }

    private URI address() {
        try {
            return URI.create(source);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("'" + source + "' is no address of a server.", e);
        }
    }
}
