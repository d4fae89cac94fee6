package io.plumbline.server.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    private Path folder;

    @Test
    void ofManyThatMakeItAtOnceAllGetTheKeyOfOne() throws InterruptedException {
        Set<String> keys = ConcurrentHashMap.newKeySet();
        Thread[] threads = IntStream.range(0, 16)
                .mapToObj(i -> Thread.ofPlatform()
                        .start(() -> keys.add(new KeyFile(folder.resolve("key")).readOrMake(() -> "key " + i))))
                .toArray(Thread[]::new);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(keys).hasSize(1);
        assertThat(folder.resolve("key")).hasContent(keys.iterator().next());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new KeyFile(file.resolve("key")).readOrMake(() -> "key"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(file.toString());
    }
}
