package io.plumbline.domain.registry;

/** What a version of a model is used for. */
public enum Stage {
    NONE,
    STAGING,
    PRODUCTION,
    ARCHIVED
}
