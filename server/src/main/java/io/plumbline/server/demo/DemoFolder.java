package io.plumbline.server.demo;

import io.plumbline.server.output.NewFile;
import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder that the demo writes to. It carries a mark, so that the demo knows its own folder again and touches no other. */
public final class DemoFolder {
    private static final String MARK = ".plumbline-demo";

    private final Path folder;

    private DemoFolder(Path folder) {
        this.folder = folder;
    }

    /** What to do with a folder that holds files of somebody else. */
    public enum Foreign {
        /** Leave it alone. */
        REFUSE,
        /** Write into it. Files of other names stay. */
        TAKE
    }

    /**
     * Makes the folder, or takes one that is empty or was made here before.
     *
     * @throws RefusedException where it is a foreign one, or cannot be made
     */
    public static DemoFolder open(Path folder, Foreign foreign) {
        try {
            if (foreign == Foreign.REFUSE && isForeign(folder)) {
                throw new RefusedException(
                        "The folder '" + folder
                                + "' holds files that the demo did not write; name another by --data, or let it be used by --reset.");
            }
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new RefusedException("'" + folder + "' is a file, not a folder; name another by --data.", e);
        } catch (IOException e) {
            throw new RefusedException(
                    "The folder '" + folder + "' cannot be used: " + e.getMessage() + "; name another by --data.", e);
        }
        NewFile.at(folder.resolve(MARK)).writeText(out -> out.write("This folder was written by 'plumbline demo'.\n"));
        return new DemoFolder(folder);
    }

    private static boolean isForeign(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve(MARK))) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    /** The applications the model was trained on. */
    public Path training() {
        return folder.resolve("credit-training.csv");
    }

    /** Those of the later month. */
    public Path laterMonth() {
        return folder.resolve("credit-2025-09.csv");
    }

    /** Types and roles of the columns. */
    public Path schema() {
        return folder.resolve("schema.json");
    }

    /** The report of the comparison. */
    public Path report() {
        return folder.resolve("report.html");
    }

    /** Writes the data and its schema. */
    public void writeData(long trainingRows, long laterRows) {
        NewFile.at(training()).writeText(CreditDemo.training(trainingRows)::writeCsv);
        NewFile.at(laterMonth()).writeText(CreditDemo.laterMonth(laterRows)::writeCsv);
        NewFile.at(schema()).writeText(CreditDemo::writeSchema);
    }
}
