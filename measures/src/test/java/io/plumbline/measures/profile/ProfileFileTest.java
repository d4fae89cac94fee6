package io.plumbline.measures.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.TableColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFileTest {
    private static final ProfileFile FILE = new ProfileFile(
            "credit März",
            42,
            List.of(
                    new ProfileFile.Entry(
                            new TableColumn("amount", ColumnType.NUMBER, ColumnRole.FEATURE),
                            ProfileFormatTest.example("number")),
                    new ProfileFile.Entry(
                            new TableColumn("risk", ColumnType.TEXT, ColumnRole.TARGET),
                            ProfileFormatTest.example("text"))));

    @Test
    void comesBackFromAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("credit.plp");
        Files.writeString(file, "what was there before");
        FILE.write(file);
        ProfileFile read = ProfileFile.read(file, Sketches.NONE);
        assertThat(read.name()).isEqualTo("credit März");
        assertThat(read.rows()).isEqualTo(42);
        assertThat(read.columns())
                .extracting(ProfileFile.Entry::column)
                .containsExactlyElementsOf(
                        FILE.columns().stream().map(ProfileFile.Entry::column).toList());
        assertThat(read.toBytes()).isEqualTo(FILE.toBytes());
        assertThat(folder).isDirectoryContaining("glob:**.plp");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void leavesNothingWhereItCannotBeWritten(@TempDir Path folder) throws IOException {
        Path taken = folder.resolve("taken.plp");
        Files.createDirectories(taken.resolve("inside"));
        assertThatThrownBy(() -> FILE.write(taken)).isInstanceOf(IOException.class);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(taken);
        }
    }

    @Test
    void damageIsNoticed() {
        byte[] bytes = FILE.toBytes();
        for (int length = 0; length < bytes.length; length += 7) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ProfileFile.of(cut, Sketches.NONE)).isInstanceOf(ProfileFormatException.class);
        }
        bytes[60] ^= 1;
        assertThatThrownBy(() -> ProfileFile.of(bytes, Sketches.NONE))
                .hasMessage("the profile file is damaged: its checksum is not that of its bytes");
    }

    @Test
    void aProfileIsNotAFile() {
        byte[] profile = ProfileFormatTest.example("text").toBytes();
        assertThatThrownBy(() -> ProfileFile.of(profile, Sketches.NONE)).hasMessage("this is not a profile file");
    }
}
