package io.plumbline.store.records.log;

import static io.plumbline.store.records.log.Logs.SMALL;
import static io.plumbline.store.records.log.Logs.append;
import static io.plumbline.store.records.log.Logs.contents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage to frames that were acknowledged: refused by file and place, or set aside with all that is intact kept. */
class DamageTest {
    private static final LogSettings TINY = SMALL.withSegmentBytes(150);
    private static final LogSettings ASIDE = TINY.withDamage(DamagePolicy.SET_ASIDE);
    private static final List<String> PAYLOADS =
            IntStream.rangeClosed(1, 20).mapToObj(i -> "payload " + i).toList();

    @TempDir
    Path folder;

    private List<Path> segments = List.of();

    @BeforeEach
    void severalSegments() throws IOException {
        Logs.crashed(folder, TINY, PAYLOADS);
        segments = Logs.segments(folder);
        assertThat(segments).hasSizeGreaterThan(4);
    }

    @Test
    void anyFlippedBitOfAFullSegmentIsRefusedAndChangesNothing() throws IOException {
        Path damaged = segments.get(1);
        for (int at = 0; at < Files.size(damaged); at++) {
            Logs.flip(damaged, at);
            Map<String, List<Byte>> before = snapshot();
            assertThatThrownBy(() -> IntakeLog.open(folder, TINY))
                    .isInstanceOf(LogException.Damaged.class)
                    .hasMessageContaining(damaged + " at byte ")
                    .hasMessageContaining("Restore these files from a copy");
            assertThat(snapshot()).isEqualTo(before);
            Logs.flip(damaged, at);
        }
        IntakeLog.open(folder, TINY).close();
    }

    @Test
    void aFlippedBitInAnyFrameLosesThatFrameAlone() throws IOException {
        Path damaged = segments.get(1);
        Map<String, byte[]> files = files();
        for (int at = SegmentHeader.BYTES; at < Files.size(damaged); at++) {
            Logs.flip(damaged, at);
            try (IntakeLog log = IntakeLog.open(folder, ASIDE)) {
                assertThat(contents(log)).hasSize(19).isSubsetOf(PAYLOADS).doesNotHaveDuplicates();
                assertThat(log.recovery().setAside()).singleElement().satisfies(damage -> {
                    assertThat(damage.file()).isEqualTo(damaged);
                    assertThat(damage.firstLost()).isEqualTo(damage.lastLost()).isBetween(1L, 20L);
                });
                assertThat(append(log, "next")).isEqualTo(21);
            }
            assertThat(Path.of(damaged + ".damaged")).exists();
            IntakeLog.open(folder, TINY).close();
            restore(files);
        }
    }

    @Test
    void aDamagedHeaderLosesNothing() throws IOException {
        Logs.flip(segments.get(1), 3);
        try (IntakeLog log = IntakeLog.open(folder, ASIDE)) {
            assertThat(contents(log)).isEqualTo(PAYLOADS);
            assertThat(log.recovery().lines()).anyMatch(line -> line.contains("header of the segment is damaged"));
        }
        IntakeLog.open(folder, TINY).close();
    }

    @Test
    void anyMissingSegmentIsRefusedByName() throws IOException {
        for (Path segment : segments) {
            Path away = Path.of(segment + ".away");
            Files.move(segment, away);
            assertThatThrownBy(() -> IntakeLog.open(folder, TINY))
                    .describedAs("without %s of %s", segment, segments)
                    .isInstanceOf(LogException.Damaged.class)
                    .hasMessageContaining(segment.toString())
                    .hasMessageContaining("the segment is missing");
            Files.move(away, segment);
        }
        try (IntakeLog log = IntakeLog.open(folder, TINY)) {
            assertThat(contents(log)).isEqualTo(PAYLOADS);
        }
    }

    @Test
    void anyMissingSegmentLosesItsFramesAlone() throws IOException {
        Map<String, byte[]> files = files();
        for (Path segment : segments) {
            Files.delete(segment);
            List<String> kept;
            try (IntakeLog log = IntakeLog.open(folder, ASIDE)) {
                kept = contents(log);
                assertThat(kept).isSubsetOf(PAYLOADS).doesNotHaveDuplicates().hasSizeBetween(15, 19);
                assertThat(log.recovery().setAside()).isNotEmpty();
                long next = append(log, "next");
                assertThat(next).isGreaterThanOrEqualTo(kept.size() + 1L);
                assertThat(Logs.contentsFrom(log, next)).containsExactly("next");
            }
            try (IntakeLog log = IntakeLog.open(folder, TINY)) {
                assertThat(contents(log))
                        .startsWith(kept.toArray(String[]::new))
                        .endsWith("next");
            }
            restore(files);
        }
    }

    @Test
    void aLogWithoutAnySegmentIsRefusedOrBegunBehindTheLost() throws IOException {
        for (Path segment : segments) {
            Files.delete(segment);
        }
        assertThatThrownBy(() -> IntakeLog.open(folder, TINY)).isInstanceOf(LogException.Damaged.class);
        try (IntakeLog log = IntakeLog.open(folder, ASIDE)) {
            assertThat(contents(log)).isEmpty();
            assertThat(append(log, "next")).isGreaterThan(15);
            assertThat(contents(log)).containsExactly("next");
        }
        IntakeLog.open(folder, TINY).close();
    }

    @Test
    void aFullSegmentThatIsCutShortIsRefusedOrKeptAsFarAsItGoes() throws IOException {
        Path cut = segments.get(2);
        Map<String, byte[]> files = files();
        int size = (int) Files.size(cut);
        for (int bytes = SegmentHeader.BYTES; bytes < size; bytes++) {
            Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), bytes));
            assertThatThrownBy(() -> IntakeLog.open(folder, TINY)).isInstanceOf(LogException.Damaged.class);
            try (IntakeLog log = IntakeLog.open(folder, ASIDE)) {
                assertThat(contents(log))
                        .isSubsetOf(PAYLOADS)
                        .doesNotHaveDuplicates()
                        .hasSizeBetween(15, 19);
            }
            restore(files);
        }
    }

    @Test
    void severalPlacesAreNamedAtOnce() throws IOException {
        Logs.flip(segments.get(0), SegmentHeader.BYTES + 2);
        Logs.flip(segments.get(3), SegmentHeader.BYTES + 2);
        assertThatThrownBy(() -> IntakeLog.open(folder, TINY))
                .isInstanceOfSatisfying(
                        LogException.Damaged.class,
                        e -> assertThat(e.damages())
                                .extracting(Damage::file)
                                .containsExactly(segments.get(0), segments.get(3)));
        try (IntakeLog log = IntakeLog.open(folder, ASIDE)) {
            assertThat(contents(log)).hasSize(18);
        }
    }

    @Test
    void damageBesideATornTailIsSetAsideAndTheTailCutOff() throws IOException {
        Path last = segments.getLast();
        Files.write(last, Arrays.copyOf(Files.readAllBytes(last), (int) Files.size(last) - 1));
        Logs.flip(segments.get(1), SegmentHeader.BYTES + 2);
        try (IntakeLog log = IntakeLog.open(folder, ASIDE)) {
            assertThat(contents(log)).hasSize(18);
            append(log, "next");
            assertThat(contents(log)).hasSize(19).endsWith("next");
        }
    }

    @Test
    void aMissingStateIsRefusedOrMadeAgain() throws IOException {
        Files.delete(LogState.file(folder));
        assertThatThrownBy(() -> IntakeLog.open(folder, TINY))
                .isInstanceOf(LogException.Damaged.class)
                .hasMessageContaining("intake.state");
        try (IntakeLog log = IntakeLog.open(folder, ASIDE)) {
            assertThat(contents(log)).isEqualTo(PAYLOADS);
        }
        IntakeLog.open(folder, TINY).close();
    }

    @Test
    void aDamagedStateIsRefusedOrMadeAgain() throws IOException {
        Logs.flip(LogState.file(folder), 20);
        assertThatThrownBy(() -> IntakeLog.open(folder, TINY)).isInstanceOf(LogException.Damaged.class);
        try (IntakeLog log = IntakeLog.open(folder, ASIDE)) {
            assertThat(contents(log)).isEqualTo(PAYLOADS);
        }
    }

    @Test
    void aSegmentOfAnotherLogIsRefusedEitherWay() throws IOException {
        Path other = folder.resolve("other");
        Logs.crashed(other, TINY, PAYLOADS);
        Path foreign = Logs.segments(other).get(1);
        Files.copy(foreign, segments.get(1), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> IntakeLog.open(folder, TINY))
                .isInstanceOf(LogException.Unusable.class)
                .hasMessageContaining(segments.get(1).toString());
        assertThatThrownBy(() -> IntakeLog.open(folder, ASIDE)).isInstanceOf(LogException.Unusable.class);
    }

    @Test
    void aRenamedSegmentIsRefused() throws IOException {
        Files.move(segments.getLast(), Segment.in(folder, 1000).path());
        assertThatThrownBy(() -> IntakeLog.open(folder, TINY)).isInstanceOf(LogException.Unusable.class);
    }

    @Test
    void aFirstSegmentWithoutStateIsABeginningThatWasInterrupted() throws IOException {
        Path begun = folder.resolve("begun");
        IntakeLog.open(begun, TINY).close();
        Files.delete(LogState.file(begun));
        try (IntakeLog log = IntakeLog.open(begun, TINY)) {
            assertThat(append(log, "one")).isEqualTo(1);
        }
    }

    @Test
    void aConsumedSegmentThatIsStillThereIsRemoved() throws IOException {
        byte[] first = Files.readAllBytes(segments.getFirst());
        try (IntakeLog log = IntakeLog.open(folder, TINY)) {
            log.consumedThrough(10);
        }
        Files.write(segments.getFirst(), first);
        try (IntakeLog log = IntakeLog.open(folder, TINY)) {
            assertThat(log.recovery().removed()).isEqualTo(1);
            assertThat(Logs.contentsFrom(log, 11)).isEqualTo(PAYLOADS.subList(10, 20));
        }
        assertThat(segments.getFirst()).doesNotExist();
    }

    @Test
    void unfinishedFilesAreRemoved() throws IOException {
        Files.write(folder.resolve("intake-0000000000000000099.log.unfinished"), new byte[10]);
        try (IntakeLog log = IntakeLog.open(folder, TINY)) {
            assertThat(contents(log)).isEqualTo(PAYLOADS);
        }
        assertThat(Logs.fileNames(folder)).noneMatch(name -> name.endsWith(".unfinished"));
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (String name : Logs.fileNames(folder)) {
            files.put(name, Files.readAllBytes(folder.resolve(name)));
        }
        return files;
    }

    private void restore(Map<String, byte[]> files) throws IOException {
        for (String name : Logs.fileNames(folder)) {
            Files.delete(folder.resolve(name));
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private Map<String, List<Byte>> snapshot() throws IOException {
        Map<String, List<Byte>> snapshot = new HashMap<>();
        files().forEach((name, bytes) -> snapshot.put(
                name,
                IntStream.range(0, name.endsWith(".lock") ? 0 : bytes.length)
                        .mapToObj(i -> bytes[i])
                        .toList()));
        return snapshot;
    }
}
