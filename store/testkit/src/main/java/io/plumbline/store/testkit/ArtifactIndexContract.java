package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.artifact.Artifact;
import io.plumbline.domain.artifact.ArtifactEntry;
import io.plumbline.domain.artifact.ArtifactIndex;
import io.plumbline.domain.artifact.ArtifactOwner;
import io.plumbline.domain.artifact.ArtifactPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link ArtifactIndex} does. */
public abstract class ArtifactIndexContract {
    private final ArtifactOwner owner = new ArtifactOwner(Samples.id(), Samples.id(), Samples.id());
    private final Id organization = owner.organization();

    /** The index under test. */
    protected abstract ArtifactIndex index();

    private Artifact put(ArtifactOwner of, String path, long size) {
        Artifact artifact = new Artifact(
                of.id(), of.experiment(), new ArtifactPath(path), Samples.id(), size, "ab".repeat(32), Samples.BEGIN);
        index().put(of, artifact);
        return artifact;
    }

    private List<String> list(String folder, String after, int limit) {
        return index().list(organization, owner.id(), new ArtifactPath(folder), after, limit).stream()
                .map(entry -> entry.path()
                        + (entry.isFolder() ? "/" : " " + entry.size().getAsLong()))
                .toList();
    }

    @Test
    void findsAndReplaces() {
        Artifact first = put(owner, "model/weights.bin", 3);
        assertThat(index().find(organization, owner.id(), first.path())).contains(first);
        assertThat(index().find(Samples.id(), owner.id(), first.path())).isEmpty();
        Artifact second = new Artifact(
                owner.id(),
                owner.experiment(),
                first.path(),
                Samples.id(),
                4,
                "cd".repeat(32),
                Samples.BEGIN.plusSeconds(1));
        assertThat(index().put(owner, second)).contains(first);
        assertThat(index().find(organization, owner.id(), first.path())).contains(second);
    }

    @Test
    void listsFoldersByName() {
        for (String path : List.of("a.txt", "b/c/d", "b/c/e", "b/x", "b.txt", "b0", "z/1")) {
            put(owner, path, 1);
        }
        assertThat(list("", "", 10)).containsExactlyInAnyOrder("a.txt 1", "b.txt 1", "b/", "b0 1", "z/");
        assertThat(list("b", "", 10)).containsExactly("b/c/", "b/x 1");
        assertThat(list("b/c", "", 1)).containsExactly("b/c/d 1");
        assertThat(list("b/c", "d", 10)).containsExactly("b/c/e 1");
        assertThat(list("b", "c", 10)).containsExactly("b/x 1");
        assertThat(list("nothing", "", 10)).isEmpty();
        assertThat(list("a.txt", "", 10)).isEmpty();
        List<ArtifactEntry> others = index().list(organization, Samples.id(), ArtifactPath.ROOT, "", 10);
        assertThat(others).isEmpty();
    }

    @Test
    void aNameIsAFilesOrAFolders() {
        put(owner, "a/b", 1);
        assertThat(failureOf(() -> put(owner, "a", 1))).containsInstanceOf(Failure.Conflict.class);
        assertThat(failureOf(() -> put(owner, "a/b/c", 1))).containsInstanceOf(Failure.Conflict.class);
        assertThat(failureOf(() -> put(owner, "nul\ud800", 1))).containsInstanceOf(Failure.Invalid.class);
        put(owner, "a/b", 2);
    }

    @Test
    void listsAnExperimentByPages() {
        ArtifactOwner second = new ArtifactOwner(organization, owner.experiment(), Samples.id());
        ArtifactOwner elsewhere = new ArtifactOwner(organization, Samples.id(), Samples.id());
        put(owner, "one", 1);
        put(owner, "two", 2);
        put(second, "one", 3);
        put(elsewhere, "one", 4);
        List<Artifact> page = index().ofExperiment(organization, owner.experiment(), Optional.empty(), 2);
        List<Artifact> rest = index().ofExperiment(organization, owner.experiment(), Optional.of(page.getLast()), 2);
        assertThat(page).hasSize(2);
        assertThat(rest).hasSize(1).doesNotContainAnyElementsOf(page);
    }

    @Test
    void tellsWhichBlobsAreUsed() {
        Artifact ours = put(owner, "a", 1);
        Artifact theirs = put(new ArtifactOwner(Samples.id(), Samples.id(), Samples.id()), "a", 1);
        Id unused = Samples.id();
        assertThat(index().used(List.of(ours.blob(), theirs.blob(), unused)))
                .containsExactlyInAnyOrder(ours.blob(), theirs.blob());
        put(owner, "a", 2);
        assertThat(index().used(List.of(ours.blob()))).isEmpty();
        assertThat(index().used(List.of())).isEmpty();
    }

    @Test
    void forgets() {
        put(owner, "a/1", 1);
        put(owner, "a/2", 1);
        Artifact stays = put(owner, "ab", 1);
        List<Artifact> below = index().below(organization, owner.id(), new ArtifactPath("a"), "", 10);
        assertThat(below).hasSize(2);
        index().remove(organization, below);
        assertThat(index().below(organization, owner.id(), ArtifactPath.ROOT, "", 10))
                .containsExactly(stays);
    }
}
