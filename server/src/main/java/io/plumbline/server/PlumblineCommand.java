package io.plumbline.server;

import io.plumbline.server.command.CompareCommand;
import io.plumbline.server.command.DataSources;
import io.plumbline.server.command.DemoFilesCommand;
import io.plumbline.server.command.Failures;
import io.plumbline.server.command.MeasuresCommand;
import io.plumbline.server.command.ProfileCommand;
import io.plumbline.server.command.QualityCommand;
import io.plumbline.server.command.StandardOutput;
import io.plumbline.server.command.Surroundings;
import io.plumbline.server.config.ConfigCommand;
import io.plumbline.server.credit.DemoCommand;
import io.plumbline.server.importing.ImportCommand;
import io.plumbline.server.importing.mlflow.MlflowCommand;
import io.plumbline.server.keys.KeysCommand;
import io.plumbline.server.keys.UsersCommand;
import io.plumbline.server.monitors.MonitorCommand;
import io.plumbline.server.output.Terminal;
import io.plumbline.server.purge.PurgeCommand;
import io.plumbline.server.serve.HeadStart;
import io.plumbline.server.serve.ServeCommand;
import io.plumbline.server.serve.ServerConsole;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
            "1:The data set has drifted, and --fail-on-drift was given; or a monitor that was run found a number outside of its limits.",
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
            "  plumbline monitor list",
            "  source <(plumbline generate-completion)"
        })
public final class PlumblineCommand implements Runnable {
    private static final String SERVE = "serve";
    private static final Set<String> HELP = Set.of("-h", "--help");

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
        String first = arguments.length == 0 ? "" : arguments[0];
        // A server shows nothing on a terminal, and to ask for one takes longer than a tenth of its start.
        Terminal terminal = first.equals(SERVE) ? Terminal.NONE : Terminal.ofThisProcess(environment);
        HeadStart headStart = headStart(first, arguments);
        Surroundings surroundings = new Surroundings(terminal, environment, System::nanoTime);
        try {
            return commandLine(dataSources(headStart), surroundings, headStart, first)
                    .setOut(out)
                    .setErr(err)
                    .execute(arguments);
        } catch (Error e) { // picocli hands on exceptions only
            return new Failures(surroundings).tell(e, err);
        } finally {
            headStart.await(); // a library is not to be loaded while the program ends
        }
    }

    private static HeadStart headStart(String first, String... arguments) {
        if (Stream.of(arguments).anyMatch(HELP::contains)) {
            return HeadStart.NONE;
        }
        return switch (first) {
            case SERVE -> HeadStart.ofServer();
            case "compare", "quality", "profile" -> HeadStart.ofFiles();
            case "demo" -> List.of(arguments).contains("files") ? HeadStart.ofFiles() : HeadStart.NONE;
            default -> HeadStart.NONE;
        };
    }

    private static DataSources dataSources(HeadStart headStart) {
        return threads -> {
            headStart.await();
            return FileDataSource.start(threads);
        };
    }

    /** The command with all its subcommands. */
    static CommandLine commandLine(DataSources dataSources, Surroundings surroundings) {
        return commandLine(dataSources, surroundings, HeadStart.NONE, "");
    }

    /** The command with the subcommand that is called, because to describe one to picocli takes a while; with all where none of them is. */
    private static CommandLine commandLine(
            DataSources dataSources, Surroundings surroundings, HeadStart headStart, String called) {
        Map<String, Supplier<Object>> subcommands = subcommands(dataSources, surroundings, headStart);
        Failures failures = new Failures(surroundings);
        CommandLine root = new CommandLine(new PlumblineCommand());
        (subcommands.containsKey(called) ? Stream.of(called) : subcommands.keySet().stream())
                .forEach(name -> root.addSubcommand(
                        Objects.requireNonNull(subcommands.get(name)).get()));
        if (!subcommands.containsKey(called)) {
            root.addSubcommand(new GenerateCompletion());
        }
        root.getSubcommands().values().forEach(PlumblineCommand::addHelp);
        root.registerConverter(Instant.class, PlumblineCommand::instant);
        return root.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setExpandAtFiles(false) // names of files may begin with @
                .setUsageHelpWidth(100);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no time such as 2026-10-01T00:00:00Z");
        }
    }

    private static Map<String, Supplier<Object>> subcommands(
            DataSources dataSources, Surroundings surroundings, HeadStart headStart) {
        Map<String, Supplier<Object>> subcommands = new LinkedHashMap<>();
        subcommands.put("compare", () -> new CompareCommand(dataSources, surroundings));
        subcommands.put("quality", () -> new QualityCommand(dataSources, surroundings));
        subcommands.put("profile", () -> new ProfileCommand(dataSources, surroundings));
        subcommands.put("measures", () -> new MeasuresCommand(surroundings));
        subcommands.put(
                "demo",
                () -> new CommandLine(new DemoCommand(surroundings, InstantSource.system()))
                        .addSubcommand(new DemoFilesCommand(dataSources, surroundings)));
        subcommands.put(SERVE, () -> new ServeCommand(surroundings, headStart));
        subcommands.put(
                "import",
                () -> new CommandLine(new ImportCommand(surroundings)).addSubcommand(new MlflowCommand(surroundings)));
        subcommands.put("monitor", () -> MonitorCommand.commandLine(surroundings));
        subcommands.put("purge", () -> new PurgeCommand(surroundings));
        subcommands.put("config", () -> new ConfigCommand(surroundings));
        subcommands.put("keys", () -> KeysCommand.commandLine(new ServerConsole(), surroundings));
        subcommands.put("users", () -> UsersCommand.commandLine(new ServerConsole(), surroundings));
        subcommands.put(
                "warm-up", () -> new WarmUpCommand(name -> commandLine(dataSources, surroundings, headStart, name)));
        return subcommands;
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
        command.getSubcommands().values().forEach(PlumblineCommand::addHelp);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "A command is needed: compare, quality, profile, measures, demo, serve, import, monitor, purge, config, keys or users.");
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
