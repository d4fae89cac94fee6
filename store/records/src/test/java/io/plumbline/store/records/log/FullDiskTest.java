package io.plumbline.store.records.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.store.records.crash.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: a few megabytes of memory that a child process mounts in a namespace of its own. */
class FullDiskTest {
    private static final List<String> NAMESPACE = List.of("unshare", "--map-root-user", "--mount", "sh", "-c");

    @TempDir
    Path folder;

    @Test
    void isToldAndWorksOnWhenThereIsRoom() throws Exception {
        assumeTrue(canMount(), "this system lets no process mount a disk of its own, so no disk was really full");
        List<String> prefix = new ArrayList<>(NAMESPACE);
        prefix.addAll(List.of("mount -t tmpfs -o size=4m none " + folder + " && exec \"$@\"", "sh"));
        try (ChildProcess child = ChildProcess.start(prefix, FullDiskProcess.class, folder.toString())) {
            List<String> lines = child.awaitEnd();
            assertThat(child.errors()).isEmpty();
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0)).contains("could not be written: No space left on device");
            assertThat(lines.get(1)).isEqualTo("true 0");
        }
    }

    private boolean canMount() throws InterruptedException {
        List<String> command = new ArrayList<>(NAMESPACE);
        command.add("mount -t tmpfs -o size=1m none " + folder);
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
