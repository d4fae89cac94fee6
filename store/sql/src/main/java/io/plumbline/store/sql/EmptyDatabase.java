package io.plumbline.store.sql;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * A file of SQLite with the tables of this version and nothing in them, made beforehand so that a new database can begin as a copy of it: a copy is one
 * sync of the disk, and each migration is one. The same migrations make both.
 */
public final class EmptyDatabase {
    private EmptyDatabase() {}

    /**
     * Makes one.
     *
     * @throws PlumblineException as {@link Database#open}
     */
    public static void make(Path file) {
        Database.sqlite(file).close();
    }

    /**
     * Copies one to where no database is yet, nor what another one left. Nobody else may make one there meanwhile. Under its own name the copy is whole, also
     * after a power cut.
     *
     * @param prepared the one that is copied; where it is of another version, opening the copy finds that out as of any database
     * @throws PlumblineException of {@link Failure.Unreachable} where the copy cannot be written
     */
    public static void copy(Path prepared, Path file) {
        if (Stream.of("", "-wal", "-journal").anyMatch(ending -> Files.exists(beside(file, ending)))) {
            return;
        }
        Path copy = beside(file, ".new");
        try {
            Files.copy(prepared, copy, StandardCopyOption.REPLACE_EXISTING);
            sync(copy);
            Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PlumblineException(
                    new Failure.Unreachable("the database " + file
                            + " cannot be made; see whether its folder can be written and has room"),
                    e);
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
