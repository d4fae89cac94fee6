package io.plumbline.store.records;

import io.plumbline.store.records.log.LogSettings;
import java.time.Duration;

/**
 * The limits of a record store.
 *
 * @param log limits of the intake log
 * @param flushBytes so many bytes of a dataset that wait are flushed, and one file takes about as many
 * @param flushRows so are so many rows
 * @param flushAge so is what has waited so long
 * @param waitingBytes most bytes in memory that wait to be flushed, of all datasets; more is refused for now
 * @param smallBytes a file below this size is small
 * @param smallRows unless it has so many rows
 * @param smallFiles so many small files of a dataset are merged
 * @param mergedBytes files are merged into files of about this size
 * @param changeFiles so many files of changes of a dataset are folded into its records
 * @param tick how often to look for what is due
 * @param retryAfter what a refused caller is told to wait
 */
public record StoreSettings(
        LogSettings log,
        long flushBytes,
        long flushRows,
        Duration flushAge,
        long waitingBytes,
        long smallBytes,
        long smallRows,
        int smallFiles,
        long mergedBytes,
        int changeFiles,
        Duration tick,
        Duration retryAfter) {
    private static final long MEGABYTE = 1 << 20;

    /** Flushes at 64 MB, a million rows or 30 s; refuses above 256 MB; merges 8 files below 8 MB and 100,000 rows into files of up to 256 MB; folds 32 files of changes. */
    public static StoreSettings defaults() {
        return new StoreSettings(
                LogSettings.defaults(),
                64 * MEGABYTE,
                1_000_000,
                Duration.ofSeconds(30),
                256 * MEGABYTE,
                8 * MEGABYTE,
                100_000,
                8,
                256 * MEGABYTE,
                32,
                Duration.ofMillis(500),
                Duration.ofSeconds(1));
    }

    /** The same with other limits of the log. */
    public StoreSettings with(LogSettings newLog) {
        return new StoreSettings(
                newLog,
                flushBytes,
                flushRows,
                flushAge,
                waitingBytes,
                smallBytes,
                smallRows,
                smallFiles,
                mergedBytes,
                changeFiles,
                tick,
                retryAfter);
    }

    /** The same with other limits of what waits. */
    public StoreSettings withFlush(long bytes, long rows, Duration age) {
        return new StoreSettings(
                log,
                bytes,
                rows,
                age,
                waitingBytes,
                smallBytes,
                smallRows,
                smallFiles,
                mergedBytes,
                changeFiles,
                tick,
                retryAfter);
    }

    /** The same with another most in memory. */
    public StoreSettings withWaitingBytes(long bytes) {
        return new StoreSettings(
                log,
                flushBytes,
                flushRows,
                flushAge,
                bytes,
                smallBytes,
                smallRows,
                smallFiles,
                mergedBytes,
                changeFiles,
                tick,
                retryAfter);
    }

    /** The same with other rules for merging files. */
    public StoreSettings withCompaction(int newSmallFiles, int newChangeFiles) {
        return new StoreSettings(
                log,
                flushBytes,
                flushRows,
                flushAge,
                waitingBytes,
                smallBytes,
                smallRows,
                newSmallFiles,
                mergedBytes,
                newChangeFiles,
                tick,
                retryAfter);
    }

    /** The same with another size below which a file is small. */
    public StoreSettings withSmallBytes(long bytes) {
        return new StoreSettings(
                log,
                flushBytes,
                flushRows,
                flushAge,
                waitingBytes,
                bytes,
                smallRows,
                smallFiles,
                mergedBytes,
                changeFiles,
                tick,
                retryAfter);
    }

    /** The same that looks for what is due so often. */
    public StoreSettings withTick(Duration newTick) {
        return new StoreSettings(
                log,
                flushBytes,
                flushRows,
                flushAge,
                waitingBytes,
                smallBytes,
                smallRows,
                smallFiles,
                mergedBytes,
                changeFiles,
                newTick,
                retryAfter);
    }
}
