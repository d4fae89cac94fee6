package io.plumbline.store.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Id;
import io.plumbline.domain.artifact.Blobs;
import io.plumbline.store.testkit.BlobsContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBlobsTest extends BlobsContract {
    @TempDir
    private Path folder;

    private FolderBlobs blobs;

    @BeforeEach
    void open() throws IOException {
        blobs = FolderBlobs.open(folder);
    }

    @Override
    protected Blobs blobs() {
        return blobs;
    }

    @Override
    protected int unfinished() {
        try (Stream<Path> files = Files.list(folder.resolve("incoming"))) {
            return (int) files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void beginAndBreakOff(Id id) {
        try {
            Files.writeString(folder.resolve("incoming").resolve(id.toString()), "half of it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatAKillLeftIsGoneAfterTheNextStart() throws IOException {
        beginAndBreakOff(new Id(1, 1));
        blobs = FolderBlobs.open(folder);
        assertThat(unfinished()).isZero();
    }
}
