package io.plumbline.domain.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Role;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Artifacts over stores that fail, and what gives their room back. */
class ArtifactSweepTest {
    private static final ArtifactOwner OWNER = new ArtifactOwner(new Id(1, 1), new Id(1, 2), new Id(1, 3));
    private static final Caller CALLER =
            new Caller(OWNER.organization(), new Id(1, 4), "ada", List.of(new Grant(Role.ADMIN, Optional.empty())));
    private static final Id OURS = new Id(7, 7);
    private static final Id MARK = new Id(0, 0);
    private static final Duration LATER = Duration.ofHours(25);

    private final MemoryBlobs blobs = new MemoryBlobs();
    private final MemoryIndex index = new MemoryIndex();
    private final Set<Id> others = new HashSet<>();
    private final Random random = new Random(1);
    private Instant now = Instant.parse("2026-05-01T12:00:00Z");
    private final Ids ids = Ids.of(() -> now, random);
    private final Artifacts artifacts = new Artifacts(index, blobs, ids, () -> now, 100);
    private final ArtifactSweep sweep =
            new ArtifactSweep(List.of(index, this::ofOthers), blobs, () -> Optional.of(OURS), () -> now);

    private void put(String path) {
        artifacts.put(CALLER, OWNER, ArtifactPath.of(path), new ByteArrayInputStream(new byte[1]));
    }

    /** As an upload leaves it that ended between keeping and listing. */
    private void leaveUnlisted() {
        blobs.put(ids.next(), new ByteArrayInputStream(new byte[1]), 1);
    }

    @Test
    void whatNothingListsGoesAfterADay() {
        put("stays");
        leaveUnlisted();
        sweep.run();
        assertThat(kept()).hasSize(2);
        now = now.plus(LATER);
        leaveUnlisted();
        sweep.run();
        assertThat(kept()).hasSize(2).contains(index.listed.getFirst().blob());
        assertThat(blobs.cleanedBefore).last().isEqualTo(now.minus(Duration.ofDays(1)));
    }

    /** What keeps bytes in the same store and is no artifact. */
    private Set<Id> ofOthers(Collection<Id> some) {
        return some.stream().filter(others::contains).collect(Collectors.toSet());
    }

    @Test
    void whatAnotherListsStays() {
        Id other = ids.next();
        others.add(other);
        blobs.put(other, new ByteArrayInputStream(new byte[1]), 1);
        now = now.plus(LATER);
        sweep.run();
        assertThat(kept()).containsExactly(other);
        others.clear();
        sweep.run();
        assertThat(kept()).isEmpty();
    }

    @Test
    void allPagesAreGoneThroughAndThenAgain() {
        for (int i = 0; i < 2_500; i++) {
            leaveUnlisted();
        }
        put("stays");
        now = now.plus(LATER);
        sweep.run();
        assertThat(kept()).hasSizeBetween(1_501, 1_503);
        sweep.run();
        sweep.run();
        assertThat(kept()).hasSize(1);
        leaveUnlisted();
        now = now.plus(LATER);
        sweep.run();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void aStoreThatDoesNotAnswerKeepsNobodyFromRemoving() {
        put("a");
        put("b");
        blobs.reachable = false;
        artifacts.remove(CALLER, OWNER.id(), ArtifactPath.ROOT);
        assertThat(index.listed).isEmpty();
        assertThat(kept()).hasSize(2);
        blobs.reachable = true;
        now = now.plus(LATER);
        sweep.run();
        assertThat(kept()).isEmpty();
    }

    @Test
    void aStoreOfAnotherInstallationIsLeftAlone() {
        put("ours");
        sweep.run();
        now = now.plus(LATER);
        ArtifactSweep theirs =
                new ArtifactSweep(List.of(new MemoryIndex()), blobs, () -> Optional.of(new Id(8, 8)), () -> now);
        assertThatThrownBy(theirs::run).hasMessageContaining("another installation, " + OURS);
        new ArtifactSweep(List.of(new MemoryIndex()), blobs, Optional::empty, () -> now).run();
        assertThat(kept()).hasSize(1);
        sweep.run();
        assertThat(kept()).hasSize(1);
    }

    /** All but what says whose store it is. */
    private Set<Id> kept() {
        Set<Id> kept = new HashSet<>(blobs.kept.keySet());
        kept.remove(MARK);
        return kept;
    }

    @Test
    void whatIsReplacedIsForgotten() {
        put("a");
        put("a");
        assertThat(blobs.kept.keySet()).containsExactly(index.listed.getFirst().blob());
    }
}
