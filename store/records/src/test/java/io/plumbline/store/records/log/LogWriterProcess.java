package io.plumbline.store.records.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Appends from several threads until it is killed, and prints each payload's name after it was acknowledged. */
final class LogWriterProcess {
    private LogWriterProcess() {}

    /** Arguments: folder, number of the round, threads. */
    public static void main(String[] arguments) throws IOException {
        LogSettings settings = LogSettings.defaults().withPayloadBytes(100_000).withSegmentBytes(1 << 20);
        try (IntakeLog log = IntakeLog.open(Path.of(arguments[0]), settings);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < Integer.parseInt(arguments[2]); thread++) {
                String name = arguments[1] + ":" + thread + ":";
                threads.execute(() -> appendForEver(log, name));
            }
        }
    }

    private static void appendForEver(IntakeLog log, String name) {
        for (int i = 0; true; i++) {
            Logs.append(log, payload(name + i));
            System.out.println(name + i);
        }
    }

    /** A payload of some hundred to some ten thousand bytes that its name determines. */
    static String payload(String name) {
        Random random = new Random(name.hashCode());
        return name + " " + Long.toString(random.nextLong(), 36).repeat(1 + random.nextInt(3) * random.nextInt(1000));
    }
}
