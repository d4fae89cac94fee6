package io.plumbline.dialects.openscale.models;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.artifact.Blobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps bytes in memory. */
final class MemoryBlobs implements Blobs {
    private final Map<Id, byte[]> kept = new TreeMap<>();

    /** How many there are. */
    public int size() {
        return kept.size();
    }

    @Override
    public Stored put(Id id, InputStream content, long most) {
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
        return new ByteArrayInputStream(kept.get(id), Math.toIntExact(offset), Math.toIntExact(length));
    }

    @Override
    public void remove(Id id) {
        kept.remove(id);
    }

    @Override
    public List<Id> list(Optional<Id> after, int limit) {
        return kept.keySet().stream()
                .filter(id -> after.filter(last -> id.compareTo(last) <= 0).isEmpty())
                .limit(limit)
                .toList();
    }

    /** What is not whole is not kept at all. */
    @Override
    public void removeUnfinished(Instant before) {}
}
