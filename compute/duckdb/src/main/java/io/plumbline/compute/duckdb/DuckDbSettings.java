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

    /** Every processor, half of the memory that the machine or the container has, and the temporary folder of the system. */
    public static DuckDbSettings ofMachine() {
        return new DuckDbSettings(
                Runtime.getRuntime().availableProcessors(),
                Math.max(LEAST_MEMORY, machineMemory() / 2),
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

    private static long machineMemory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
