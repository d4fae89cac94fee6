package io.plumbline.domain.artifact;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Artifacts as callers see them. Bytes are kept before they are listed and forgotten after, so that what is listed can be read. */
public final class Artifacts {
    private static final int PART = 200;

    private final ArtifactIndex index;
    private final Blobs blobs;
    private final Ids ids;
    private final InstantSource clock;
    private final long largest;

    /**
     * Over these stores.
     *
     * @param largest how many bytes a file may have
     */
    public Artifacts(ArtifactIndex index, Blobs blobs, Ids ids, InstantSource clock, long largest) {
        this.index = index;
        this.blobs = blobs;
        this.ids = ids;
        this.clock = clock;
        this.largest = largest;
    }

    /**
     * Keeps a file, in the place of one that lies there already. A stream that breaks off leaves nothing.
     *
     * @throws PlumblineException of {@link Failure.Invalid} for the path of the owner itself; of {@link Failure.Conflict} where a folder lies
     *     there; and as {@link Blobs#put}
     */
    public Artifact put(Caller caller, ArtifactOwner owner, ArtifactPath path, InputStream content) {
        caller.require(Permission.EXPERIMENT_WRITE, Optional.empty());
        if (path.isRoot()) {
            throw PlumblineException.invalid("path", "the path names no file");
        }
        Id blob = ids.next();
        Blobs.Stored stored = blobs.put(blob, content, largest);
        Artifact artifact = new Artifact(
                owner.id(), owner.experiment(), path, blob, stored.size(), stored.sha256(), clock.instant());
        list(owner, artifact).ifPresent(this::forget);
        return artifact;
    }

    private Optional<Artifact> list(ArtifactOwner owner, Artifact artifact) {
        try {
            return index.put(owner, artifact);
        } catch (PlumblineException refused) {
            forget(artifact);
            throw refused;
        }
    }

    /** What does not answer now keeps the bytes until {@link ArtifactSweep} finds that nothing lists them. */
    private void forget(Artifact artifact) {
        try {
            blobs.remove(artifact.blob());
        } catch (PlumblineException unanswered) {
            if (!(unanswered.failure() instanceof Failure.Unreachable)) {
                throw unanswered;
            }
        }
    }

    /**
     * The file at this path.
     *
     * @throws PlumblineException of {@link Failure.NotFound}
     */
    public Artifact find(Caller caller, Id owner, ArtifactPath path) {
        requireRead(caller);
        return index.find(caller.organization(), owner, path)
                .orElseThrow(() -> PlumblineException.notFound("artifact", path));
    }

    /** Reads a part of a file that was found. */
    public InputStream open(Artifact artifact, long offset, long length) {
        return blobs.open(artifact.blob(), offset, length);
    }

    /** What lies directly in a folder, by path, at most so many after this name; none where there is no such folder. */
    public List<ArtifactEntry> list(Caller caller, Id owner, ArtifactPath folder, String after, int limit) {
        requireRead(caller);
        return index.list(caller.organization(), owner, folder, after, limit);
    }

    /** All files of an experiment, by owner and path, at most so many after this one. */
    public List<Artifact> ofExperiment(Caller caller, Id experiment, Optional<Artifact> after, int limit) {
        requireRead(caller);
        return index.ofExperiment(caller.organization(), experiment, after, limit);
    }

    /** Forgets the file at this path, or all files below it. */
    public void remove(Caller caller, Id owner, ArtifactPath path) {
        caller.require(Permission.EXPERIMENT_WRITE, Optional.empty());
        boolean more = true;
        while (more) {
            more = removePart(caller.organization(), owner, path);
        }
    }

    /**
     * Forgets some of the files of an owner.
     *
     * @return whether there were any
     */
    public boolean removePart(Id organization, Id owner) {
        return removePart(organization, owner, ArtifactPath.ROOT);
    }

    /**
     * Forgets some of the files of an experiment, of its runs and of its models.
     *
     * @return whether there were any
     */
    public boolean removePartOfExperiment(Id organization, Id experiment) {
        return remove(organization, index.ofExperiment(organization, experiment, Optional.empty(), PART));
    }

    private boolean removePart(Id organization, Id owner, ArtifactPath path) {
        return remove(organization, index.below(organization, owner, path, "", PART));
    }

    private boolean remove(Id organization, List<Artifact> some) {
        index.remove(organization, some);
        some.forEach(this::forget);
        return !some.isEmpty();
    }

    private static void requireRead(Caller caller) {
        caller.require(Permission.EXPERIMENT_READ, Optional.empty());
    }
}
