package io.plumbline.server.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Id;
import io.plumbline.domain.identity.Caller;
import io.plumbline.http.credential.Tokens;
import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
    private static final Caller ANN = new Caller(new Id(1, 1), new Id(2, 2), "ann", List.of());

    @TempDir
    private Path folder;

    @Test
    void tokensOutliveARestartButNotTheKey() throws IOException {
        String token = tokens().issue(ANN);
        assertThat(tokens().user(token)).contains(ANN.user());

        Files.delete(folder.resolve("tokens.json"));
        assertThat(tokens().user(token)).isEmpty();
    }

    private Tokens tokens() {
        return new Tokens(SigningKey.in(folder), Duration.ofHours(1), InstantSource.system());
    }

    @Test
    void onlyTheOwnerReadsTheKey() throws IOException {
        assertThat(SigningKey.in(folder).get()).isNotNull();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tokens.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyIsMadeWhenItIsFirstAskedForAndThenStays() {
        Supplier<KeyPair> key = SigningKey.in(folder);
        assertThat(folder.resolve("tokens.json")).doesNotExist();
        assertThat(key.get()).isSameAs(key.get());
        assertThat(SigningKey.in(folder).get().getPublic()).isEqualTo(key.get().getPublic());
    }

    @Test
    void aDamagedKeyIsNamed() throws IOException {
        Files.writeString(folder.resolve("tokens.json"), "no key");

        assertThatThrownBy(() -> SigningKey.in(folder))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("tokens.json");
    }
}
