package io.plumbline.domain.artifact;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Blobs in memory, which can be told not to answer. */
public final class MemoryBlobs implements Blobs {
    final TreeMap<Id, byte[]> kept = new TreeMap<>();
    final List<Instant> cleanedBefore = new ArrayList<>();
    boolean reachable = true;

    /** How many there are. */
    public int size() {
        return kept.size();
    }

    private void answer() {
        if (!reachable) {
            throw new PlumblineException(new Failure.Unreachable("the store does not answer"));
        }
    }

    @Override
    public Stored put(Id id, InputStream content, long most) {
        answer();
        try {
            byte[] bytes = content.readAllBytes();
            if (bytes.length > most) {
                throw new PlumblineException(new Failure.TooLarge("more than " + most + " bytes"));
            }
            kept.put(id, bytes);
            return new Stored(bytes.length, "ab".repeat(32));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(Id id, long offset, long length) {
        answer();
        return new ByteArrayInputStream(
                Optional.ofNullable(kept.get(id)).orElseThrow(() -> PlumblineException.notFound("blob", id)),
                (int) offset,
                (int) length);
    }

    @Override
    public void remove(Id id) {
        answer();
        kept.remove(id);
    }

    @Override
    public List<Id> list(Optional<Id> after, int limit) {
        answer();
        return kept.keySet().stream()
                .filter(id -> after.isEmpty() || id.compareTo(after.get()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public void removeUnfinished(Instant before) {
        cleanedBefore.add(before);
    }
}
