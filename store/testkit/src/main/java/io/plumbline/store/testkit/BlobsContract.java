package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.failureOf;
import static io.plumbline.store.testkit.Racing.race;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.artifact.Blobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Blobs} does. */
public abstract class BlobsContract {
    private static final long PLENTY = 1L << 30;
    private static final int LARGE = 20_000_003;

    /** The blobs under test, empty at first, the same each time within a test. */
    protected abstract Blobs blobs();

    /** How many uploads were begun and left unfinished. */
    protected abstract int unfinished();

    /** Begins an upload as a process does that is killed in the middle of it. */
    protected abstract void beginAndBreakOff(Id id);

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private Id put(byte[] content) {
        Id id = Samples.id();
        blobs().put(id, new ByteArrayInputStream(content), PLENTY);
        return id;
    }

    private byte[] read(Id id, long offset, long length) {
        try (InputStream content = blobs().open(id, offset, length)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Around the sizes at which stores take a file in parts. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000, (8 << 20) - 1, 8 << 20, (8 << 20) + 1, 16 << 20, LARGE})
    protected void keepsWhatItIsGiven(int size) throws NoSuchAlgorithmException {
        byte[] content = bytes(size);
        Id id = Samples.id();
        Blobs.Stored stored = blobs().put(id, new ByteArrayInputStream(content), PLENTY);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        assertThat(stored).isEqualTo(new Blobs.Stored(size, sha256));
        assertThat(read(id, 0, size)).isEqualTo(content);
        assertThat(blobs().list(Optional.empty(), 10)).containsExactly(id);
        assertThat(unfinished()).isZero();
    }

    @Test
    protected void readsParts() {
        byte[] content = bytes(LARGE);
        Id id = put(content);
        assertThat(read(id, 5, 7)).isEqualTo(Arrays.copyOfRange(content, 5, 12));
        assertThat(read(id, LARGE - 3, 3)).isEqualTo(Arrays.copyOfRange(content, LARGE - 3, LARGE));
        assertThat(read(id, LARGE - 3, 100)).hasSize(3);
        assertThat(read(id, 5, 0)).isEmpty();
        assertThat(read(id, LARGE, 1)).isEmpty();
        assertThat(read(put(new byte[0]), 0, 1)).isEmpty();
    }

    @Test
    protected void aReaderMayStopEarly() throws IOException {
        Id id = put(bytes(LARGE));
        try (InputStream content = blobs().open(id, 0, LARGE)) {
            assertThat(content.readNBytes(10)).hasSize(10);
        }
        assertThat(read(id, 0, LARGE)).hasSize(LARGE);
    }

    @Test
    protected void whatIsNotThereIsNotFound() {
        assertThat(failureOf(() -> blobs().open(Samples.id(), 0, 1))).containsInstanceOf(Failure.NotFound.class);
        assertThat(failureOf(() -> blobs().open(Samples.id(), 0, 0))).containsInstanceOf(Failure.NotFound.class);
        blobs().remove(Samples.id());
    }

    @Test
    protected void forgets() {
        Id gone = put(bytes(10));
        Id stays = put(bytes(11));
        blobs().remove(gone);
        blobs().remove(gone);
        assertThat(failureOf(() -> blobs().open(gone, 0, 1))).containsInstanceOf(Failure.NotFound.class);
        assertThat(blobs().list(Optional.empty(), 10)).containsExactly(stays);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, LARGE})
    protected void whatIsTooLargeLeavesNothing(int size) {
        Id id = Samples.id();
        byte[] content = bytes(size);
        assertThat(failureOf(() -> blobs().put(id, new ByteArrayInputStream(content), size - 1)))
                .containsInstanceOf(Failure.TooLarge.class);
        assertNothingIsLeft(id);
        assertThat(blobs().put(id, new ByteArrayInputStream(content), size).size())
                .isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, LARGE})
    protected void whatBreaksOffLeavesNothing(int size) {
        Id id = Samples.id();
        assertThatThrownBy(() -> blobs().put(id, breaking(bytes(size)), PLENTY))
                .hasMessageContaining("the line is dead");
        assertNothingIsLeft(id);
    }

    private void assertNothingIsLeft(Id id) {
        assertThat(failureOf(() -> blobs().open(id, 0, 1))).containsInstanceOf(Failure.NotFound.class);
        assertThat(blobs().list(Optional.empty(), 10)).isEmpty();
        assertThat(unfinished()).isZero();
    }

    /** A stream whose sender goes away before its end. */
    private static InputStream breaking(byte[] content) {
        return new SequenceInputStream(new ByteArrayInputStream(content), new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("the line is dead");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return read();
            }
        });
    }

    @Test
    protected void theRoomOfUnfinishedUploadsIsGivenBack() {
        Id whole = put(bytes(10));
        Id id = Samples.id();
        beginAndBreakOff(id);
        assertThat(unfinished()).isEqualTo(1);
        assertThat(blobs().list(Optional.empty(), 10)).containsExactly(whole);
        blobs().removeUnfinished(Instant.now().minusSeconds(3600));
        assertThat(unfinished()).isEqualTo(1);
        blobs().removeUnfinished(Instant.now().plusSeconds(3600));
        assertThat(unfinished()).isZero();
        assertThat(read(whole, 0, 10)).isEqualTo(bytes(10));
    }

    @Test
    protected void listsAllByPages() {
        Set<Id> all = new HashSet<>();
        for (int i = 0; i < 23; i++) {
            all.add(put(bytes(i)));
        }
        List<Id> seen = new ArrayList<>();
        List<Id> page = blobs().list(Optional.empty(), 5);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(5);
            seen.addAll(page);
            page = blobs().list(Optional.of(page.getLast()), 5);
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    protected void takesManyAtOnce() {
        List<Id> ids = race(number -> put(bytes(9_000_000 + number)));
        for (int i = 0; i < ids.size(); i++) {
            assertThat(read(ids.get(i), 0, PLENTY)).isEqualTo(bytes(9_000_000 + i));
        }
    }
}
