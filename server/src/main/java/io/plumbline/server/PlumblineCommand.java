package io.plumbline.server;

import io.plumbline.server.command.CompareCommand;
import io.plumbline.server.command.DataSources;
import io.plumbline.server.command.DemoCommand;
import io.plumbline.server.command.Failures;
import io.plumbline.server.command.MeasuresCommand;
import io.plumbline.server.command.ProfileCommand;
import io.plumbline.server.command.QualityCommand;
import io.plumbline.server.command.StandardOutput;
import io.plumbline.server.command.Surroundings;
import io.plumbline.server.config.ConfigCommand;
import io.plumbline.server.importing.ImportCommand;
import io.plumbline.server.keys.KeysCommand;
import io.plumbline.server.keys.UsersCommand;
import io.plumbline.server.output.Terminal;
import io.plumbline.server.serve.ServeCommand;
import io.plumbline.server.serve.ServerConsole;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code plumbline}. */
@Command(
        name = "plumbline",
        mixinStandardHelpOptions = true,
        versionProvider = PlumblineCommand.Version.class,
        description = {"Tells how far a model's data has moved from a reference.", ""},
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All is well.",
            "1:The data set has drifted, and --fail-on-drift was given.",
            "2:Wrong options, or files that cannot be read or written.",
            "3:A bug, or not enough memory. PLUMBLINE_DEBUG=1 shows where it came from.",
            "130:Ended by Ctrl-C. No unfinished file is left."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline demo",
            "  plumbline compare train.csv today.csv",
            "  plumbline compare train.csv today.csv --format html -o report.html",
            "  plumbline quality train.csv",
            "  plumbline profile train.parquet -o train.plp",
            "  plumbline measures --format json",
            "  plumbline serve",
            "  source <(plumbline generate-completion)"
        })
public final class PlumblineCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private PlumblineCommand() {}

    /** Runs a command and ends the program with its exit code. */
    public static void main(String... arguments) {
        StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(out.finish(run(arguments, out.writer(), err), err));
    }

    private static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        Map<String, String> environment = System.getenv();
        Surroundings surroundings =
                new Surroundings(Terminal.ofThisProcess(environment), environment, System::nanoTime);
        try {
            return commandLine(FileDataSource::start, surroundings)
                    .setOut(out)
                    .setErr(err)
                    .execute(arguments);
        } catch (Error e) { // picocli hands on exceptions only
            return new Failures(surroundings).tell(e, err);
        }
    }

    /** The command with its subcommands. */
    static CommandLine commandLine(DataSources dataSources, Surroundings surroundings) {
        Failures failures = new Failures(surroundings);
        CommandLine root = new CommandLine(new PlumblineCommand())
                .addSubcommand(new CompareCommand(dataSources, surroundings))
                .addSubcommand(new QualityCommand(dataSources, surroundings))
                .addSubcommand(new ProfileCommand(dataSources, surroundings))
                .addSubcommand(new MeasuresCommand(surroundings))
                .addSubcommand(new DemoCommand(dataSources, surroundings))
                .addSubcommand(new ServeCommand(surroundings))
                .addSubcommand(new ImportCommand(dataSources, surroundings))
                .addSubcommand(new ConfigCommand(surroundings))
                .addSubcommand(KeysCommand.commandLine(new ServerConsole(), surroundings))
                .addSubcommand(UsersCommand.commandLine(new ServerConsole(), surroundings))
                .addSubcommand(new WarmUpCommand(() -> commandLine(dataSources, surroundings)))
                .addSubcommand(new GenerateCompletion())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setExpandAtFiles(false) // names of files may begin with @
                .setUsageHelpWidth(100);
        root.getSubcommands()
                .values()
                .forEach(command ->
                        command.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version()));
        return root;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "A command is needed: compare, quality, profile, measures, demo, serve, import, config, keys or users.");
    }

    /** The version that was built. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String built = PlumblineCommand.class.getPackage().getImplementationVersion();
            return new String[] {"plumbline " + Objects.requireNonNullElse(built, "(not packaged)")};
        }
    }
}
