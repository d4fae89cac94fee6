package io.plumbline.domain.artifact;

import io.plumbline.domain.Id;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An index in memory, of one organization, without folders. */
final class MemoryIndex implements ArtifactIndex {
    final List<Artifact> listed = new ArrayList<>();

    @Override
    public Optional<Artifact> put(ArtifactOwner owner, Artifact artifact) {
        Optional<Artifact> before = find(owner.organization(), owner.id(), artifact.path());
        before.ifPresent(listed::remove);
        listed.add(artifact);
        return before;
    }

    @Override
    public Optional<Artifact> find(Id organization, Id owner, ArtifactPath path) {
        return some(
                        artifact -> artifact.owner().equals(owner)
                                && artifact.path().equals(path),
                        1)
                .stream()
                .findFirst();
    }

    private List<Artifact> some(Predicate<Artifact> which, int limit) {
        return listed.stream().filter(which).limit(limit).toList();
    }

    @Override
    public List<ArtifactEntry> list(Id organization, Id owner, ArtifactPath folder, String after, int limit) {
        throw new UnsupportedOperationException("there are no folders");
    }

    @Override
    public List<Artifact> below(Id organization, Id owner, ArtifactPath folder, String after, int limit) {
        return some(artifact -> artifact.owner().equals(owner), limit);
    }

    @Override
    public List<Artifact> ofExperiment(Id organization, Id experiment, Optional<Artifact> after, int limit) {
        return some(artifact -> artifact.experiment().equals(experiment), limit);
    }

    @Override
    public Set<Id> used(Collection<Id> blobs) {
        return listed.stream().map(Artifact::blob).filter(blobs::contains).collect(Collectors.toSet());
    }

    @Override
    public void remove(Id organization, List<Artifact> artifacts) {
        listed.removeAll(artifacts);
    }
}
