package io.plumbline.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** DuckDB alone and a comparison, run in turn on the same two files. */
final class SideBySide {
    private static final String READER = ReadAlone.class.getName();

    private final Starts starts;
    private final Path cache;
    private final Path reference;
    private final Path current;
    private final String title;
    private final double values;
    private final int threads;
    private final List<MeasuredProcess> reading = new ArrayList<>();
    private final List<MeasuredProcess> comparing = new ArrayList<>();

    /**
     * Of these files.
     *
     * @param cache what the JVM has learned for quicker starts of DuckDB's program
     * @param values how many values the files have together
     */
    SideBySide(Starts starts, Path cache, Path reference, Path current, String title, double values, int threads) {
        this.starts = starts;
        this.cache = cache;
        this.reference = reference;
        this.current = current;
        this.title = title;
        this.values = values;
        this.threads = threads;
    }

    /** Runs both so many times, after once for the caches of the machine. */
    void run(int runs) throws IOException, InterruptedException {
        starts.learn(cache, READER, read());
        runBoth();
        reading.clear();
        comparing.clear();
        for (int run = 0; run < runs; run++) {
            runBoth();
        }
    }

    private void runBoth() throws IOException, InterruptedException {
        reading.add(starts.other(cache, READER, read()));
        comparing.add(starts.command(List.of(
                "compare",
                reference.toString(),
                current.toString(),
                "--format",
                "json",
                "--threads",
                Integer.toString(threads))));
    }

    private List<String> read() {
        return List.of(Integer.toString(threads), reference.toString(), current.toString());
    }

    void print() {
        System.out.printf(
                "%n%s%n%-22s %9s %12s %9s %12s%n", title, "", "seconds", "processor s", "peak MB", "M values/s");
        print("DuckDB alone reads", reading);
        print("plumbline compare", comparing);
    }

    private void print(String name, List<MeasuredProcess> runs) {
        double seconds = median(runs, MeasuredProcess::seconds);
        System.out.printf(
                "%-22s %9.2f %12.2f %9.0f %12.1f%n",
                name,
                seconds,
                median(runs, MeasuredProcess::processorSeconds),
                median(runs, MeasuredProcess::peakMegabytes),
                values / seconds / 1e6);
    }

    /** How much more a comparison takes than reading: as a whole process, and without what either takes for few rows. */
    void printRatios(SideBySide few) {
        System.out.printf("%n%-38s %9s %12s%n", "(compare - reading) / reading", "seconds", "processor");
        System.out.printf(
                "%-38s %9.2f %12.2f%n",
                "whole process", ratio(MeasuredProcess::seconds), ratio(MeasuredProcess::processorSeconds));
        System.out.printf(
                "%-38s %9.2f %12.2f%n",
                "without the start",
                ratioBeyond(few, MeasuredProcess::seconds),
                ratioBeyond(few, MeasuredProcess::processorSeconds));
    }

    private double ratio(ToDoubleFunction<MeasuredProcess> figure) {
        return median(comparing, figure) / median(reading, figure) - 1;
    }

    private double ratioBeyond(SideBySide few, ToDoubleFunction<MeasuredProcess> figure) {
        double read = median(reading, figure) - median(few.reading, figure);
        double compared = median(comparing, figure) - median(few.comparing, figure);
        return compared / read - 1;
    }

    private static double median(List<MeasuredProcess> runs, ToDoubleFunction<MeasuredProcess> figure) {
        List<MeasuredProcess> sorted =
                runs.stream().sorted(Comparator.comparingDouble(figure)).toList();
        return figure.applyAsDouble(sorted.get(sorted.size() / 2));
    }
}
