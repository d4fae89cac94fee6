package io.plumbline.compute.duckdb;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * What an engine may use.
 *
 * @param threads how many threads DuckDB works with, at least 1
 * @param memoryBytes how much memory DuckDB may take outside the Java heap before it spills to disk, in bytes
 * @param scratch the folder in which the engine makes a folder of its own for spilling; that one is deleted when the engine closes
 */
public record DuckDbSettings(int threads, long memoryBytes, Path scratch) {
    /** Less than this and DuckDB cannot even read a wide file. */
    private static final long LEAST_MEMORY = 64L << 20;

    /** The same on every machine, so that what a comparison takes does not grow with its files; with less, text is parsed slower. */
    private static final long MOST_MEMORY = 3L << 30;

    private static final int CALLS_PER_THREAD = 2;
    private static final int FEWEST_CALLS = 4;

    /** Checks the figures. */
    public DuckDbSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
        if (memoryBytes < LEAST_MEMORY) {
            throw new IllegalArgumentException(
                    "memory must be at least " + LEAST_MEMORY + " bytes, not " + memoryBytes);
        }
    }

    /**
     * Every processor, 3 GiB or half of the memory that the machine or the container has where that is less, and the system's folder for
     * temporary files.
     */
    public static DuckDbSettings ofMachine() {
        return new DuckDbSettings(
                Runtime.getRuntime().availableProcessors(),
                Math.clamp(machineMemory() / 2, LEAST_MEMORY, MOST_MEMORY),
                Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** The same with another number of threads. */
    public DuckDbSettings withThreads(int threads) {
        return new DuckDbSettings(threads, memoryBytes, scratch);
    }

    /** The same with another limit of memory. */
    public DuckDbSettings withMemoryBytes(long memoryBytes) {
        return new DuckDbSettings(threads, memoryBytes, scratch);
    }

    /** The same with another place for spilling. */
    public DuckDbSettings withScratch(Path scratch) {
        return new DuckDbSettings(threads, memoryBytes, scratch);
    }

    /** How many calls of virtual threads are made at a time: more than there are threads, as some wait for the disk, and few, as all share the memory. */
    int calls() {
        return Math.max(FEWEST_CALLS, CALLS_PER_THREAD * threads);
    }

    private static long machineMemory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
