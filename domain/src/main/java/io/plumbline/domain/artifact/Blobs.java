package io.plumbline.domain.artifact;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps bytes under ids. A blob never changes. */
public interface Blobs {
    /**
     * Keeps all bytes of a stream, durably, or nothing.
     *
     * @param id that no blob has
     * @param content read to its end; not closed
     * @param most how many bytes are taken
     * @return size and checksum
     * @throws PlumblineException of {@link Failure.TooLarge} where there are more bytes, of {@link Failure.StorageFull} where there is no room, of
     *     {@link Failure.Unreachable} where the store does not answer, and what the stream throws
     */
    Stored put(Id id, InputStream content, long most);

    /**
     * Reads a part of a blob.
     *
     * @param offset of the first byte
     * @param length of the part
     * @throws PlumblineException of {@link Failure.NotFound} where there is no such blob, of {@link Failure.Unreachable} where the store does not
     *     answer
     */
    InputStream open(Id id, long offset, long length);

    /** Forgets a blob; one that is gone already is as well. */
    void remove(Id id);

    /**
     * The ids of the blobs that are there, in an order of the store's own, at most so many after this one.
     *
     * @throws PlumblineException of {@link Failure.Unreachable} where the store does not answer
     */
    List<Id> list(Optional<Id> after, int limit);

    /**
     * Gives back the room of what was begun to be kept before this time and never came to its end.
     *
     * @throws PlumblineException of {@link Failure.Unreachable} where the store does not answer
     */
    void removeUnfinished(Instant before);

    /**
     * What was kept.
     *
     * @param size in bytes
     * @param sha256 of the bytes, 64 hex digits
     */
    record Stored(long size, String sha256) {}
}
