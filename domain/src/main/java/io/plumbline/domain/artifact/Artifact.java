package io.plumbline.domain.artifact;

import io.plumbline.domain.Id;
import java.time.Instant;

/**
 * A file of a run or of a model.
 *
 * @param owner the id of that run or model
 * @param experiment that the owner belongs to
 * @param path below its owner
 * @param blob that holds the bytes
 * @param size in bytes
 * @param sha256 of the bytes, 64 hex digits
 * @param createdAt when it was uploaded
 */
public record Artifact(
        Id owner, Id experiment, ArtifactPath path, Id blob, long size, String sha256, Instant createdAt) {}
