package io.plumbline.server.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.secret.Sealed;
import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TinkSealingTest {
    private static final Id SECRET = new Id(1, 2);

    @TempDir
    private Path folder;

    @Test
    void whatWasSealedOpensAlsoAfterARestart() {
        Sealed sealed = TinkSealing.in(folder, () -> false).seal("pässwörd", SECRET);

        assertThat(sealed.base64()).doesNotContain("word");
        assertThat(TinkSealing.in(folder, () -> true).open(sealed, SECRET)).isEqualTo("pässwörd");
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTime() {
        TinkSealing sealing = TinkSealing.in(folder, () -> false);
        assertThat(sealing.seal("a", SECRET)).isNotEqualTo(sealing.seal("a", SECRET));
    }

    @Test
    void onlyTheOwnerReadsTheKey() throws IOException {
        Path keys = folder.resolve("keys");
        TinkSealing.in(keys, () -> false).seal("a", SECRET);

        assertThat(permissions(keys)).isEqualTo("rwx------");
        assertThat(permissions(keys.resolve("sealing.json"))).isEqualTo("rw-------");
        try (var files = Files.list(keys)) {
            assertThat(files).hasSize(1);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void nothingOpensForAnotherSecretOrAfterAChange() {
        TinkSealing sealing = TinkSealing.in(folder, () -> false);
        Sealed sealed = sealing.seal("text", SECRET);
        byte[] changed = sealed.bytes();
        changed[changed.length - 1] ^= 1;

        conflicts(() -> sealing.open(sealed, new Id(1, 3)));
        conflicts(() -> sealing.open(Sealed.of(changed), SECRET));
        conflicts(() -> sealing.open(new Sealed("no base64!"), SECRET));
        conflicts(() -> TinkSealing.in(folder.resolve("other"), () -> false).open(sealed, SECRET));
    }

    private static void conflicts(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        PlumblineException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Conflict.class));
    }

    @Test
    void aLostKeyIsNotReplacedWhileThereAreSecrets() {
        assertThatThrownBy(() -> TinkSealing.in(folder, () -> true))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(folder.resolve("sealing.json").toString())
                .hasMessageContaining("Restore it from a backup");
    }

    @Test
    void aDamagedKeyIsNamed() throws IOException {
        Files.writeString(folder.resolve("sealing.json"), "{}");

        assertThatThrownBy(() -> TinkSealing.in(folder, () -> true).seal("a", SECRET))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("sealing.json");
    }
}
