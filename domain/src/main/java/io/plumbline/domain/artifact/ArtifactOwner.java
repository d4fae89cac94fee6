package io.plumbline.domain.artifact;

import io.plumbline.domain.Id;

/**
 * What artifacts belong to: a run, or a model that was logged.
 *
 * @param organization that owns it
 * @param experiment that it belongs to
 * @param id of it
 */
public record ArtifactOwner(Id organization, Id experiment, Id id) {}
