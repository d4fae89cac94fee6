package io.plumbline.server.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {
    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void appearsUnderItsNameOnlyWhenItIsComplete() throws IOException {
        Path target = folder.resolve("report.json");

        NewFile.at(target).writeText(out -> {
            out.write("half");
            out.flush();
            assertThat(target).doesNotExist();
            assertThat(names()).hasSize(1);
            out.write(" and half ü");
        });

        assertThat(target).hasContent("half and half ü");
        assertThat(names()).containsExactly("report.json");
    }

    @Test
    void whatWasThereStaysWhenTheWritingFails() throws IOException {
        Path target = Files.writeString(folder.resolve("report.json"), "before");

        assertThatThrownBy(() -> NewFile.at(target).writeText(out -> {
                    out.write("half");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("report.json")
                .hasMessageContaining("No space left on device");

        assertThat(target).hasContent("before");
        assertThat(names()).containsExactly("report.json");
    }

    @Test
    void nothingIsLeftWhenTheContentCannotBeMade() throws IOException {
        assertThatThrownBy(() -> NewFile.at(folder.resolve("report.json")).writeBytes(out -> {
                    throw new IllegalStateException("bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(names()).isEmpty();
    }

    @Test
    void replacesWhatIsThereAndFollowsLinks() throws IOException {
        Path target = Files.writeString(folder.resolve("real.txt"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), target);

        NewFile.at(link).writeText(out -> out.write("after"));

        assertThat(target).hasContent("after");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> NewFile.at(folder.resolve("none/report.json")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("none' does not exist; create it first.");
    }

    @Test
    void aFolderIsNotAFile() {
        assertThatThrownBy(() -> NewFile.at(folder))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is a folder");
    }
}
