package io.plumbline.server.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** The files that are being written. When the program is ended by a signal, they are removed. */
final class UnfinishedFiles {
    private static final UnfinishedFiles OF_THIS_PROGRAM = new UnfinishedFiles();

    private final Set<Path> paths = new HashSet<>();
    private boolean ending;

    private UnfinishedFiles() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "remove unfinished files"));
    }

    /** Notes a file before it is created. */
    static void add(Path path) {
        OF_THIS_PROGRAM.note(path);
    }

    /** Removes the file, unless it has taken its own name, and forgets it. */
    static void remove(Path path) throws IOException {
        OF_THIS_PROGRAM.forget(path);
    }

    private synchronized void note(Path path) {
        if (ending) {
            throw new CancellationException("the program is ending");
        }
        paths.add(path);
    }

    private synchronized void forget(Path path) throws IOException {
        Files.deleteIfExists(path);
        paths.remove(path);
    }

    private synchronized void end() {
        ending = true;
        for (Path path : paths) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                System.err.println(
                        "plumbline: '" + path + "' is unfinished and could not be removed: " + e.getMessage());
            }
        }
    }
}
