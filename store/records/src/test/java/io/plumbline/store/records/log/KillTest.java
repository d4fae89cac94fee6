package io.plumbline.store.records.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.store.records.crash.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that appends is killed with SIGKILL again and again: no acknowledged frame is lost, none is there twice. */
class KillTest {
    private static final int ROUNDS = Integer.getInteger("plumbline.crash.rounds", 10);
    private static final long SEED = Long.getLong("plumbline.crash.seed", System.nanoTime());

    @TempDir
    Path folder;

    @Test
    void losesNothingThatWasAcknowledged() throws IOException {
        Random random = new Random(SEED);
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(killedRound(round, random));
            try (IntakeLog log = IntakeLog.open(folder, LogSettings.defaults())) {
                checkAndConsume(log, acknowledged, random);
            }
        }
    }

    private List<String> killedRound(int round, Random random) {
        try (ChildProcess child = ChildProcess.start(LogWriterProcess.class, folder.toString(), round + "", "8")) {
            child.awaitLines(1 + random.nextInt(50));
            ChildProcess.pause(Duration.ofMillis(random.nextInt(200)));
            return child.kill();
        }
    }

    /** Checks what is there, and consumes some of it, so that segments are removed between the rounds. */
    private static void checkAndConsume(IntakeLog log, Set<String> acknowledged, Random random) throws IOException {
        Set<String> missing = new HashSet<>(acknowledged);
        Set<String> seen = new HashSet<>();
        log.read(log.consumed() + 1, frame -> {
            String payload = UTF_8.decode(frame.payload()).toString();
            String name = payload.substring(0, payload.indexOf(' '));
            assertThat(payload).isEqualTo(LogWriterProcess.payload(name));
            assertThat(seen.add(name))
                    .describedAs("%s is there once (seed %d)", name, SEED)
                    .isTrue();
            missing.remove(name);
        });
        assertThat(missing).describedAs("acknowledged and lost (seed %d)", SEED).isEmpty();
        long upTo = log.consumed() + random.nextLong(log.last() - log.consumed() + 1);
        log.read(log.consumed() + 1, frame -> {
            String payload = UTF_8.decode(frame.payload()).toString();
            if (frame.sequence() <= upTo) {
                acknowledged.remove(payload.substring(0, payload.indexOf(' ')));
            }
        });
        log.consumedThrough(upTo);
    }
}
