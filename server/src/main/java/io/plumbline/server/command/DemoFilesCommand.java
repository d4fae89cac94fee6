package io.plumbline.server.command;

import io.plumbline.measures.comparison.ComparisonPlan;
import io.plumbline.measures.comparison.ComparisonReport;
import io.plumbline.measures.preset.Presets;
import io.plumbline.server.demo.CreditDemo;
import io.plumbline.server.demo.DemoFolder;
import io.plumbline.server.demo.DemoFolder.Foreign;
import io.plumbline.server.demo.PlantedEvent;
import io.plumbline.server.output.ComparisonTable;
import io.plumbline.server.output.NewFile;
import io.plumbline.server.output.RefusedException;
import io.plumbline.server.report.HtmlReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a comparison tells, on files that it makes up. */
@Command(
        name = "files",
        description = {
            "Writes a generated credit data set, and a later month in which known things have changed, compares them, and "
                    + "shows what is found. The files are the same each time.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline demo files",
            "  plumbline demo files --data /tmp/credit --rows 200000",
            "  plumbline compare plumbline-demo/credit-training.csv plumbline-demo/credit-2025-09.csv"
        })
public final class DemoFilesCommand implements Callable<Integer> {
    private static final long LEAST_ROWS = 100;
    private static final long TRAINING_ROWS_FOR_A_LATER_ROW = 4;

    private final DataSources dataSources;
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Rows of the training data; the later month has a quarter of them. Default: 20000.")
    private long rows = 20_000;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder to write to. Default: plumbline-demo in the current folder.")
    private Path folder = Path.of("plumbline-demo");

    @Option(
            names = "--reset",
            description = "Write into the folder even if it holds other files; those of the demo's names are replaced.")
    private boolean reset;

    /** A command that uses these. */
    public DemoFilesCommand(DataSources dataSources, Surroundings surroundings) {
        this.dataSources = dataSources;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (rows < LEAST_ROWS) {
            throw new RefusedException("--rows needs a number from " + LEAST_ROWS + " on, not " + rows + ".");
        }
        DemoFolder demo = DemoFolder.open(folder, reset ? Foreign.TAKE : Foreign.REFUSE);
        demo.writeData(rows, rows / TRAINING_ROWS_FOR_A_LATER_ROW);
        ComparisonReport report = compare(demo);
        NewFile.at(demo.report()).writeText(out -> HtmlReport.write(report, out));
        show(demo, report);
        return ExitCode.OK;
    }

    private ComparisonReport compare(DemoFolder demo) {
        ComparisonPlan plan = new ComparisonPlan(
                Presets.all().getFirst(),
                List.of(),
                List.of(),
                Optional.empty(),
                Runtime.getRuntime().availableProcessors());
        return new Comparer(dataSources, surroundings)
                .compare(
                        demo.training().toString(),
                        demo.laterMonth().toString(),
                        SchemaFile.read(demo.schema()),
                        plan,
                        spec.commandLine().getErr());
    }

    private void show(DemoFolder demo, ComparisonReport report) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        new ComparisonTable(report, surroundings.terminal().emphasis()).writeTo(out);
        out.println();
        out.println("Planted in the later month:");
        for (PlantedEvent event : CreditDemo.plantedEvents()) {
            out.printf("  %-20s %-14s %s%n", event.column(), event.kind().label(), event.description());
        }
        out.println();
        out.println("Data and schema: " + demo.training() + ", " + demo.laterMonth() + ", " + demo.schema());
        out.println("HTML report: " + demo.report().toAbsolutePath().normalize());
    }
}
