package io.plumbline.domain.experiment;

/** Whether a thing is there for everybody, or in the bin: it can be brought back until it is deleted for good. */
public enum Lifecycle {
    ACTIVE,
    DELETED
}
