package io.plumbline.domain.artifact;

import io.plumbline.domain.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives back the room of bytes that nobody needs: of uploads that were cut off, of those that ended between keeping and listing, and of
 * artifacts whose bytes could not be removed when they were. It goes on, a page at a time, for as long as there are pages, and then from the start.
 */
public final class ArtifactSweep {
    /** Longer than any upload takes, so that what is not listed now never will be. */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final int PAGE = 1_000;

    private final List<BlobUse> uses;
    private final Blobs blobs;
    private final InstantSource clock;
    private Optional<Id> last = Optional.empty();

    /**
     * Over this store.
     *
     * @param uses all that keep blobs in it
     */
    public ArtifactSweep(List<BlobUse> uses, Blobs blobs, InstantSource clock) {
        this.uses = List.copyOf(uses);
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Does a page. Doing it again does no harm; one thread does it at a time. */
    public void run() {
        Instant before = clock.instant().minus(GRACE);
        if (last.isEmpty()) {
            blobs.removeUnfinished(before);
        }
        List<Id> page = blobs.list(last, PAGE);
        removeUnused(page.stream().filter(id -> isOlder(id, before)).toList());
        last = page.size() < PAGE ? Optional.empty() : Optional.of(page.getLast());
    }

    private void removeUnused(List<Id> some) {
        Set<Id> unused = new HashSet<>(some);
        uses.forEach(use -> unused.removeAll(use.used(some)));
        unused.forEach(blobs::remove);
    }

    private static boolean isOlder(Id blob, Instant before) {
        return Integer.toUnsignedLong(blob.seconds()) < before.getEpochSecond();
    }
}
