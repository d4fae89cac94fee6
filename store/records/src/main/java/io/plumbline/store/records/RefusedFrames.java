package io.plumbline.store.records;

import io.plumbline.domain.Id;
import io.plumbline.store.records.frame.FrameCodec;
import io.plumbline.store.records.log.DurableFolders;
import io.plumbline.store.records.log.LogDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;

/**
 * Keeps aside what was acknowledged and yet no file can hold. That is a fault in what comes before the store; but one batch must not keep all others from their files, nor the log from
 * ever becoming shorter.
 */
final class RefusedFrames {
    private static final System.Logger LOG = System.getLogger(RefusedFrames.class.getName());

    private final Path folder;

    RefusedFrames(Path folder) {
        this.folder = folder;
    }

    /** Writes a frame into a file of its own, durably. */
    void keep(Id dataset, Waiting.Entry entry, RuntimeException reason) {
        Path file = folder.resolve(dataset + "-" + entry.sequence() + ".frame");
        LogDisk disk = LogDisk.real();
        try {
            DurableFolders.create(folder, disk);
            try (LogDisk.OpenFile open = disk.create(file)) {
                open.write(FrameCodec.encode(entry.frame()), 0);
                open.sync();
            }
            disk.syncFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.log(
                Level.ERROR,
                "the batch " + entry.receipt().batchId() + " of the dataset " + dataset
                        + " cannot be put into a file and was set aside as " + file,
                reason);
    }
}
