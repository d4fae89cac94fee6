package io.plumbline.store.records.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes folders that are still there after a crash. */
public final class DurableFolders {
    private DurableFolders() {}

    /** Creates a folder and those above it, as far as they are not there, and syncs each name. */
    public static void create(Path path, LogDisk disk) throws IOException {
        Path folder = path.toAbsolutePath();
        Path parent = folder.getParent();
        if (parent == null || Files.isDirectory(folder)) {
            return;
        }
        create(parent, disk);
        Files.createDirectories(folder);
        disk.syncFolder(parent);
    }
}
