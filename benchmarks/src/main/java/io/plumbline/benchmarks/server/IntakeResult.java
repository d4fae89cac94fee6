package io.plumbline.benchmarks.server;

/**
 * What was taken in.
 *
 * @param form how the records came
 * @param posts how long each post took until it was acknowledged, in nanoseconds, in order of size
 * @param bytes of all bodies
 * @param refusals how often a post was told to come back later
 * @param seconds of posting
 * @param processorSeconds of the server while they were posted
 * @param allProcessorSeconds of the server until they all were in files
 */
record IntakeResult(
        BatchForm form,
        long[] posts,
        long bytes,
        long refusals,
        double seconds,
        double processorSeconds,
        double allProcessorSeconds) {
    /** Heads the table of {@link #print}. */
    static void printHead() {
        System.out.printf(
                "%-18s %10s %9s %8s %8s %10s %12s %14s %9s%n",
                "durable records",
                "events/s",
                "bytes/row",
                "p50 ms",
                "p99 ms",
                "server s",
                "until files s",
                "events/s/core",
                "refusals");
    }

    void print() {
        System.out.printf(
                "%-18s %,10.0f %9d %8.1f %8.1f %10.2f %12.2f %,14.0f %9d%n",
                form.title(),
                rows() / seconds,
                bytes / rows(),
                percentile(50),
                percentile(99),
                processorSeconds,
                allProcessorSeconds,
                rows() / allProcessorSeconds,
                refusals);
    }

    private long rows() {
        return (long) posts.length * Batches.ROWS;
    }

    /** Milliseconds in which so many of a hundred posts were acknowledged. */
    private double percentile(int percent) {
        return posts[(int) ((posts.length - 1L) * percent / 100)] / 1e6;
    }
}
