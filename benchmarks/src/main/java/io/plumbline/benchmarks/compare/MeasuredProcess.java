package io.plumbline.benchmarks.compare;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a Java program as a process of its own.
 *
 * @param seconds from start to end
 * @param processorSeconds used on all cores, as last seen before the end
 * @param peakMegabytes the most memory it held at once (the kernel's high-water mark), as last seen before the end
 */
public record MeasuredProcess(double seconds, double processorSeconds, double peakMegabytes) {
    private static final int LOOK_EVERY_MILLIS = 10;
    private static final double TICKS_PER_SECOND = 100;

    /**
     * Runs a main class on the class path of this process, with the options of the JVM that {@code ./plumbline} has, but without its
     * cache for quicker starts. Fails unless it exits with 0.
     */
    public static MeasuredProcess run(String mainClass, List<String> arguments)
            throws IOException, InterruptedException {
        return run(List.of(), mainClass, arguments);
    }

    /** The same with more options of the JVM. */
    public static MeasuredProcess run(List<String> options, String mainClass, List<String> arguments)
            throws IOException, InterruptedException {
        return run(command(options, mainClass, arguments));
    }

    /** What starts a main class on the class path of this process, with more options of the JVM. */
    static List<String> command(List<String> options, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseG1GC",
                "-Xlog:disable",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /** Runs any command. Fails unless it exits with 0. */
    public static MeasuredProcess run(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(new File("/dev/null"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        double peak = 0;
        double processor = 0;
        do {
            peak = Math.max(peak, peakMegabytes(process.pid()));
            processor = Math.max(processor, processorSeconds(process.pid()));
        } while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(
                    command.getFirst() + " ... " + command.getLast() + " ended with " + process.exitValue());
        }
        return new MeasuredProcess(seconds, processor, peak);
    }

    /** The most memory that a process held at once; 0 where it has ended. */
    public static double peakMegabytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
                }
            }
            return 0;
        } catch (IOException ended) {
            return 0; // what was seen before counts
        }
    }

    private static double processorSeconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException ended) {
            return 0; // what was seen before counts
        }
    }
}
