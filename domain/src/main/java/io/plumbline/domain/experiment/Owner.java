package io.plumbline.domain.experiment;

import io.plumbline.domain.Id;

/**
 * Whose an experiment or a run is.
 *
 * @param user the user who made it known
 * @param name who stands for it, which may be another name than the user's
 */
public record Owner(Id user, String name) {}
