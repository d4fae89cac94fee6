package io.plumbline.server.command;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.output.ProgressLine;
import io.plumbline.server.output.Terminal.Watching;
import java.io.PrintWriter;

/** Work that takes long: its progress is shown where somebody watches. */
public final class Work {
    private final Surroundings surroundings;

    /** Shown where {@code surroundings} say that somebody watches. */
    public Work(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Does it. */
    public <T> T with(PrintWriter err, Task<T> task) {
        if (surroundings.terminal().standardError() == Watching.NOBODY) {
            return task.run(Progress.SILENT);
        }
        try (ProgressLine line = new ProgressLine(err, surroundings.nanoseconds())) {
            return task.run(line);
        }
    }

    /**
     * What is to be done.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Task<T> {
        /** Does it and tells how far it has come. */
        T run(Progress progress);
    }
}
