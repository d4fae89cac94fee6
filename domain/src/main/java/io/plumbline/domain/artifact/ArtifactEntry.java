package io.plumbline.domain.artifact;

import java.util.OptionalLong;

/**
 * What lies directly in a folder.
 *
 * @param path below the owner
 * @param size in bytes; empty for a folder
 */
public record ArtifactEntry(ArtifactPath path, OptionalLong size) {
    /** Whether it is a folder. */
    public boolean isFolder() {
        return size.isEmpty();
    }
}
