package io.plumbline.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.server.demo.DemoFolder.Foreign;
import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
    @TempDir
    private Path parent;

    @Test
    void isMadeAndWrittenTheSameTwice() throws IOException {
        Path folder = parent.resolve("new/demo");
        DemoFolder demo = DemoFolder.open(folder, Foreign.REFUSE);
        demo.writeData(400, 100);
        byte[] training = Files.readAllBytes(demo.training());
        byte[] later = Files.readAllBytes(demo.laterMonth());

        DemoFolder.open(folder, Foreign.REFUSE).writeData(400, 100);

        assertThat(demo.training()).hasBinaryContent(training);
        assertThat(demo.laterMonth()).hasBinaryContent(later);
        assertThat(Files.readAllLines(demo.training())).hasSize(401);
    }

    @Test
    void aFolderWithOtherFilesIsLeftAlone() throws IOException {
        Files.writeString(parent.resolve("thesis.txt"), "mine");

        assertThatThrownBy(() -> DemoFolder.open(parent, Foreign.REFUSE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(parent.toString())
                .hasMessageContaining("--data")
                .hasMessageContaining("--reset");
        assertThat(parent).isDirectoryNotContaining("glob:**credit*");
    }

    @Test
    void takenByForceItKeepsFilesOfOtherNames() throws IOException {
        Path other = Files.writeString(parent.resolve("thesis.txt"), "mine");

        DemoFolder.open(parent, Foreign.TAKE).writeData(200, 100);

        assertThat(other).hasContent("mine");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");

        assertThatThrownBy(() -> DemoFolder.open(file, Foreign.REFUSE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is a file");
    }
}
