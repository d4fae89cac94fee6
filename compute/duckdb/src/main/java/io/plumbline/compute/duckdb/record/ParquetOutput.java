package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.Sql;
import io.plumbline.domain.record.RecordEngine.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A Parquet file in the making. It is written under another name, synced and then renamed, and the folder is synced, so that under its own name
 * there is a whole file or none, also after a power cut.
 */
final class ParquetOutput {
    /** How much a group of rows takes in memory while it is written, and by each thread that reads it, roughly. */
    private static final double GROUP_BYTES = 16 << 20;

    private static final long MOST_ROWS = 122_880;
    /** DuckDB writes no smaller groups. */
    private static final long LEAST_ROWS = 2_048;

    /** How a file is compressed, as options of the writer. */
    enum Packing {
        /** As small as a file that stays ought to be. */
        DENSE("zstd", ""),
        /** In half of the time, and larger by about half: for a file that is soon written again. A column of more different values than this tries no dictionary. */
        LIGHT("snappy", ", DICTIONARY_SIZE_LIMIT 1000");

        private final String options;

        Packing(String codec, String more) {
            this.options = "COMPRESSION " + codec + more;
        }
    }

    private final Database database;
    private final Path path;
    private final Packing packing;
    private final Path temporary;

    /** A dense one. */
    ParquetOutput(Database database, Path path) {
        this(database, path, Packing.DENSE);
    }

    ParquetOutput(Database database, Path path, Packing packing) {
        this.database = database;
        this.packing = packing;
        this.path = path.toAbsolutePath();
        this.temporary = this.path.resolveSibling(path.getFileName() + ".tmp");
    }

    /**
     * Writes the result of a query.
     *
     * @param rowBytes how much a row takes in memory on average
     * @param time the column that says when
     * @param inputs the files that the query reads
     */
    Written write(String query, Bindings bindings, double rowBytes, String time, List<Path> inputs) {
        return write(query, bindings, rowBytes, time, _ -> {}, failure -> EngineFailure.of(failure, inputs));
    }

    /** Looks through what was written. */
    @FunctionalInterface
    interface Inspection {
        /** Refuses it by throwing. */
        void inspect(Path written) throws SQLException;
    }

    /**
     * Writes the result of a query.
     *
     * @param rowBytes how much a row takes in memory on average
     * @param time the column that says when
     * @param inspection is made before the file has its own name
     * @param refusal what to throw where the query or the inspection fails
     */
    Written write(
            String query,
            Bindings bindings,
            double rowBytes,
            String time,
            Inspection inspection,
            Function<SQLException, RuntimeException> refusal) {
        requireNew();
        try {
            database.update(copy(query, rowBytes), bindings.values());
            syncBeside(inspection);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
            sync(Objects.requireNonNull(path.getParent()));
            return written(time);
        } catch (SQLException e) {
            throw withoutFile(refusal.apply(e));
        } catch (IOException e) {
            throw withoutFile(EngineFailure.of(e));
        } catch (RuntimeException e) {
            throw withoutFile(e);
        }
    }

    private void requireNew() {
        if (Files.exists(path)) {
            throw new UncheckedIOException(new FileAlreadyExistsException(path.toString()));
        }
    }

    private String copy(String query, double rowBytes) {
        long rows = Math.clamp((long) (GROUP_BYTES / rowBytes), LEAST_ROWS, MOST_ROWS);
        return "COPY (" + query + ") TO " + Sql.literal(temporary.toString()) + " (FORMAT parquet, " + packing.options
                + ", USE_TMP_FILE false, ROW_GROUP_SIZE " + rows + ")";
    }

    /** The disk works for one, the processors for the other. */
    private void syncBeside(Inspection inspection) throws IOException, SQLException {
        CompletableFuture<Optional<IOException>> sync =
                CompletableFuture.supplyAsync(this::syncFailure, Thread::startVirtualThread);
        try {
            inspection.inspect(temporary);
        } finally {
            sync.join();
        }
        Optional<IOException> failure = sync.resultNow();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private Optional<IOException> syncFailure() {
        try {
            sync(temporary);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private static void sync(Path fileOrFolder) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Written written(String time) throws SQLException, IOException {
        String column = Sql.identifier(time);
        List<Path> self = List.of(path);
        String sql = "SELECT count(*), epoch_us(min(" + column + ")), epoch_us(max(" + column + ")) FROM read_parquet("
                + Sql.paths(StoredFiles.texts(self)) + ")";
        long bytes = Files.size(path);
        return database.rows(sql, List.of(), row -> written(row, bytes)).getFirst();
    }

    private static Written written(ResultSet row, long bytes) throws SQLException {
        return new Written(row.getLong(1), bytes, Instants.of(row.getLong(2)), Instants.of(row.getLong(3)));
    }

    /** Removes what was written, because of a failure. */
    RuntimeException withoutFile(RuntimeException failure) {
        List<Path> left = new ArrayList<>(List.of(temporary, path));
        for (Path file : left) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        return failure;
    }
}
