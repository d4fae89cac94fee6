package io.plumbline.store.records.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a log. */
record LogFolder(Path path) {
    /** Ending of files that were being written when the process ended; they never counted. */
    static final String UNFINISHED = ".unfinished";

    static LogFolder create(Path path, LogDisk disk) throws IOException {
        DurableFolders.create(path, disk);
        return new LogFolder(path);
    }

    /** All segments, in the order of their frames. */
    List<Segment> segments() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.flatMap(file -> Segment.of(file).stream())
                    .sorted(Comparator.comparingLong(Segment::first))
                    .toList();
        }
    }

    void removeUnfinished() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(LogFolder::isUnfinished).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isUnfinished(Path file) {
        return file.getFileName().toString().endsWith(UNFINISHED);
    }
}
