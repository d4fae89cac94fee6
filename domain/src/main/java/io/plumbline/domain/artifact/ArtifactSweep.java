package io.plumbline.domain.artifact;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Gives back the room of bytes that nobody needs: of uploads that were cut off, of those that ended between keeping and listing, and of
 * artifacts whose bytes could not be removed when they were. It goes on, a page at a time, for as long as there are pages, and then from the start.
 */
public final class ArtifactSweep {
    /** Longer than any upload takes, so that what is not listed now never will be. */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final int PAGE = 1_000;

    /** The blob that says whose store it is; none of an artifact has this id. */
    private static final Id MARK = new Id(0, 0);

    private static final int MARK_LENGTH = 24;

    private final List<BlobUse> uses;
    private final Blobs blobs;
    private final Supplier<Optional<Id>> installation;
    private final InstantSource clock;
    private Optional<Id> last = Optional.empty();

    /**
     * Over this store.
     *
     * @param uses all that keep blobs in it
     * @param installation whose they are, once that is known; the store of another is left alone, since all in it would seem unused
     */
    public ArtifactSweep(List<BlobUse> uses, Blobs blobs, Supplier<Optional<Id>> installation, InstantSource clock) {
        this.uses = List.copyOf(uses);
        this.blobs = blobs;
        this.installation = installation;
        this.clock = clock;
    }

    /**
     * Does a page. Doing it again does no harm; one thread does it at a time.
     *
     * @throws PlumblineException of {@link Failure.Conflict} where the store is another installation's
     */
    public void run() {
        installation.get().ifPresent(this::sweep);
    }

    private void sweep(Id ours) {
        requireMark(ours.toString());
        Instant before = clock.instant().minus(GRACE);
        if (last.isEmpty()) {
            blobs.removeUnfinished(before);
        }
        List<Id> page = blobs.list(last, PAGE);
        removeUnused(page.stream().filter(id -> isOlder(id, before)).toList());
        last = page.size() < PAGE ? Optional.empty() : Optional.of(page.getLast());
    }

    private void requireMark(String ours) {
        String mark = mark().orElseGet(() -> put(ours));
        if (!mark.equals(ours)) {
            throw new PlumblineException(new Failure.Conflict("the store of artifacts is that of another installation, "
                    + mark + "; no room is given back in it. Name another place for artifacts"));
        }
    }

    /** Whose store it is, where that was said. */
    private Optional<String> mark() {
        try (InputStream mark = blobs.open(MARK, 0, MARK_LENGTH)) {
            return Optional.of(new String(mark.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PlumblineException e) {
            if (!(e.failure() instanceof Failure.NotFound)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private String put(String ours) {
        blobs.put(MARK, new ByteArrayInputStream(ours.getBytes(StandardCharsets.US_ASCII)), MARK_LENGTH);
        return ours;
    }

    private void removeUnused(List<Id> some) {
        Set<Id> unused = new HashSet<>(some);
        unused.remove(MARK);
        uses.forEach(use -> unused.removeAll(use.used(some)));
        unused.forEach(blobs::remove);
    }

    private static boolean isOlder(Id blob, Instant before) {
        return Integer.toUnsignedLong(blob.seconds()) < before.getEpochSecond();
    }
}
