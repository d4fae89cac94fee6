package io.plumbline.store.records.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fills a small disk by appending, makes room, and goes on; prints what happened. */
final class FullDiskProcess {
    private FullDiskProcess() {}

    /** Argument: a folder on a disk of some megabytes. */
    public static void main(String[] arguments) throws IOException {
        Path disk = Path.of(arguments[0]);
        Path ballast = disk.resolve("ballast");
        Files.write(ballast, new byte[1 << 20]);
        LogSettings settings = LogSettings.defaults().withSegmentBytes(1 << 19);
        List<Long> taken = new ArrayList<>();
        try (IntakeLog log = IntakeLog.open(disk.resolve("log"), settings)) {
            System.out.println(fill(log, taken));
            Files.delete(ballast);
            taken.add(log.append(ByteBuffer.wrap(new byte[10_000])));
        }
        try (IntakeLog log = IntakeLog.open(disk.resolve("log"), settings)) {
            List<Long> read = new ArrayList<>();
            log.read(1, frame -> read.add(frame.sequence()));
            System.out.println(read.equals(taken) + " " + log.recovery().tornBytes());
        }
    }

    private static String fill(IntakeLog log, List<Long> taken) {
        while (true) {
            try {
                taken.add(log.append(ByteBuffer.wrap(new byte[33_333])));
            } catch (LogException.NotWritten e) {
                return e.getMessage() + "";
            }
        }
    }
}
