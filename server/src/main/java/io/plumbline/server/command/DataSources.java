package io.plumbline.server.command;

/** Starts what reads data sets. */
@FunctionalInterface
public interface DataSources {
    /** Starts it with so many threads, at least one. */
    DataSource start(int threads);
}
