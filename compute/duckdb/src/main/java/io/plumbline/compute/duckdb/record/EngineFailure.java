package io.plumbline.compute.duckdb.record;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;

/** Says what a failure of DuckDB or of the file system means. */
final class EngineFailure {
    private static final Pattern FULL =
            Pattern.compile("No space left on device|Disk quota exceeded|File too large|max_temp_directory_size");
    private static final Pattern MEMORY = Pattern.compile("Out of Memory Error|failed to offload data block");

    private EngineFailure() {}

    /**
     * What to throw where a statement over these files failed: {@link UncheckedIOException} of {@link NoSuchFileException} where one of them is
     * gone, {@link Failure.StorageFull}, {@link Failure.TooLarge} where the memory given does not do, else {@link IllegalStateException}.
     */
    static RuntimeException of(SQLException failure, Collection<Path> files) {
        Optional<Path> gone = files.stream().filter(Files::notExists).findFirst();
        if (gone.isPresent()) {
            return missing(gone.get(), failure);
        }
        if (isFull(failure)) {
            return new PlumblineException(full(), failure);
        }
        String message = String.valueOf(failure.getMessage());
        if (MEMORY.matcher(message).find()) {
            return new PlumblineException(
                    new Failure.TooLarge("this needs more memory than is given to queries; ask for less at once"),
                    failure);
        }
        return new IllegalStateException("records cannot be read or written: " + message, failure);
    }

    /** Whether there was no room on the disk. */
    static boolean isFull(Throwable failure) {
        return FULL.matcher(String.valueOf(failure.getMessage())).find();
    }

    private static UncheckedIOException missing(Path file, SQLException failure) {
        NoSuchFileException gone = new NoSuchFileException(file.toString());
        gone.initCause(failure);
        return new UncheckedIOException(gone);
    }

    /** What to throw where the file system failed. */
    static RuntimeException of(IOException failure) {
        if (failure instanceof ClosedByInterruptException) {
            CancellationException cancelled = new CancellationException("writing was cancelled");
            cancelled.initCause(failure);
            return cancelled;
        }
        if (isFull(failure)) {
            return new PlumblineException(full(), failure);
        }
        return new UncheckedIOException(failure);
    }

    static Failure full() {
        return new Failure.StorageFull("there is no room left on the disk for records; make room and send them again");
    }
}
