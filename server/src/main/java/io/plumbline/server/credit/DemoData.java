package io.plumbline.server.credit;

import io.plumbline.server.demo.CreditDays;
import io.plumbline.server.demo.DemoFolder;
import io.plumbline.server.demo.DemoFolder.Foreign;
import io.plumbline.server.output.NewFile;
import io.plumbline.server.output.RefusedException;
import io.plumbline.server.serve.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of the demo's server. It tells which days have passed in it, once all have; one that was cut off is begun anew. */
final class DemoData {
    private static final String DAYS = "days";

    private final Path path;

    private DemoData(Path path) {
        this.path = path;
    }

    /**
     * Makes the folder in that of the demo, or takes what an earlier demo left.
     *
     * @param anew whether to forget that; then the folder may also hold files of others, which stay
     * @throws RefusedException where it is none of the demo's, or cannot be written
     */
    static DemoData open(Path folder, boolean anew) {
        DemoFolder.open(folder, anew ? Foreign.TAKE : Foreign.REFUSE);
        DemoData data = new DemoData(folder.resolve("server"));
        DemoFolder.open(data.path, Foreign.REFUSE);
        if (anew || !Files.exists(data.path.resolve(DAYS))) {
            data.clear();
            DemoFolder.open(data.path, Foreign.REFUSE);
        }
        return data;
    }

    Path path() {
        return path;
    }

    /** The days that have passed in it; empty where none have. */
    Optional<CreditDays> days(long seed) {
        Path file = path.resolve(DAYS);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> words = List.of(Files.readString(file).strip().split(" "));
            return Optional.of(new CreditDays(seed, LocalDate.parse(words.get(0)), Integer.parseInt(words.get(1))));
        } catch (IOException | DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new RefusedException("The file '" + file + "' is not as the demo left it; begin anew by --reset.", e);
        }
    }

    /** Notes that these days have passed. */
    void keep(CreditDays days) {
        NewFile.at(path.resolve(DAYS)).writeText(out -> out.write(days.firstDay() + " " + days.count() + "\n"));
    }

    /** A server that still works on it is left alone. */
    private void clear() {
        try (DataFolder _ = DataFolder.take(path);
                Stream<Path> files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(DemoData::delete);
        } catch (IOException | UncheckedIOException e) {
            throw new RefusedException("The folder '" + path + "' cannot be emptied: " + e.getMessage() + ".", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
