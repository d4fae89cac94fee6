package io.plumbline.domain.artifact;

import io.plumbline.domain.Id;
import java.util.Collection;
import java.util.Set;

/** Knows which blobs are needed by something that is listed. */
@FunctionalInterface
public interface BlobUse {
    /** Which of these blobs are needed, whoever's they are. */
    Set<Id> used(Collection<Id> blobs);
}
