package io.plumbline.server;

import io.plumbline.compute.duckdb.DriverLibrary;
import io.plumbline.server.command.ExitCode;
import io.plumbline.server.credit.DemoWarmUp;
import io.plumbline.server.serve.HeadStart;
import io.plumbline.server.serve.ServerLog;
import io.plumbline.store.sql.EmptyDatabase;
import io.plumbline.store.sql.SqliteLibrary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Does what users do first: compares data and imports some, runs a short demo, or starts a server that is asked a few things. A Java that watches learns which classes and methods
 * later starts will need. A server does not need what comparing needs, and what is not in its cache takes neither time nor memory. For all of them it makes
 * once what each start would make: the native parts of SQLite and DuckDB out of their archives, and an empty database.
 */
@Command(name = "warm-up", hidden = true, description = "Does what users do first, for the build of quicker starts.")
final class WarmUpCommand implements Callable<Integer> {
    private final Function<String, CommandLine> commands;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "WHAT", description = "Whose starts: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it or refuses
    private Starts starts;

    @Parameters(index = "1", paramLabel = "DIR", description = "A folder for what comes of it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it or refuses
    private Path folder;

    private enum Starts {
        ALL,
        COMMANDS,
        DEMO,
        SERVER
    }

    /** Which gets the command line for a command by its name. */
    WarmUpCommand(Function<String, CommandLine> commands) {
        this.commands = commands;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        return switch (starts) {
            case ALL -> prepareAll();
            case COMMANDS -> compareAndImport(out);
            case DEMO -> {
                commands.apply("demo").parseArgs("demo", "--port", "0");
                new DemoWarmUp(folder.resolve("data"), out).run();
                yield serve(out);
            }
            case SERVER -> {
                HeadStart.ofServer().await();
                commands.apply("serve").parseArgs("serve", "--port", "0");
                yield serve(out);
            }
        };
    }

    private int prepareAll() throws IOException {
        ServerLog.configure();
        SqliteLibrary.unpack(folder);
        DriverLibrary.unpack(folder);
        EmptyDatabase.make(folder.resolve("empty.db"));
        return ExitCode.OK;
    }

    private int compareAndImport(PrintWriter out) throws IOException {
        HeadStart.ofFiles().await();
        new ComparisonWarmUp(commands.apply("compare").setOut(out), folder).run();
        new ImportWarmUp(commands.apply("import").setOut(out), folder.resolve("rows.csv")).run();
        return commands.apply("demo")
                .setOut(out)
                .execute("demo", "files", "--data", folder.resolve("demo").toString());
    }

    private int serve(PrintWriter out) throws IOException {
        new ServerWarmUp(folder.resolve("data"), out).run();
        return ExitCode.OK;
    }
}
