package io.plumbline.domain.artifact;

import io.plumbline.domain.Id;
import java.util.List;
import java.util.Optional;

/** Knows which artifacts there are. Each call that changes something is one durable transaction. */
public interface ArtifactIndex extends BlobUse {
    /**
     * Lists an artifact, in the place of one that lies there already.
     *
     * @return the one that lay there
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Conflict} where a folder lies there, or a file where
     *     one of its folders should be
     */
    Optional<Artifact> put(ArtifactOwner owner, Artifact artifact);

    /** The artifact at this path. */
    Optional<Artifact> find(Id organization, Id owner, ArtifactPath path);

    /** What lies directly in a folder, by path, at most so many after this name; none where there is no such folder. */
    List<ArtifactEntry> list(Id organization, Id owner, ArtifactPath folder, String after, int limit);

    /** The artifacts of an owner at and below a path, by path, at most so many after this one. */
    List<Artifact> below(Id organization, Id owner, ArtifactPath folder, String after, int limit);

    /** All artifacts of an experiment, by owner and path, at most so many after this one. */
    List<Artifact> ofExperiment(Id organization, Id experiment, Optional<Artifact> after, int limit);

    /** Forgets these artifacts. */
    void remove(Id organization, List<Artifact> artifacts);
}
