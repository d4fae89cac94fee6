package io.plumbline.measures.comparison;

/** Hears how far a long piece of work has come. Called from several threads. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (step, done, total) -> {};

    /**
     * Takes note.
     *
     * @param step what is being done, in a few words
     * @param done how many values or columns are done
     * @param total how many there are in all
     */
    void report(String step, long done, long total);
}
