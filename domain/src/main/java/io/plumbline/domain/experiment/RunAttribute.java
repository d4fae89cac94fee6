package io.plumbline.domain.experiment;

/** A field that every run has. Times are compared as microseconds since 1970-01-01T00:00:00Z, durations as microseconds. */
public enum RunAttribute {
    /** Its 24 hex digits. */
    ID(Kind.TEXT),
    /** Its decimal number. */
    NUMBER(Kind.NUMBER),
    NAME(Kind.TEXT),
    /** Its name or its note: a run meets what either of them meets. It is searched with {@link Operator#CONTAINS} and orders nothing. */
    NAME_OR_NOTE(Kind.TEXT),
    /** The name of a {@link RunStatus}, {@link RunStatus#UNRESPONSIVE} among them. */
    STATUS(Kind.TEXT),
    /** The name of the owner. */
    OWNER(Kind.TEXT),
    /** The id of the owner's user. */
    OWNER_USER(Kind.TEXT),
    /** The id of the parent; without a parent there is none. */
    PARENT(Kind.TEXT),
    CREATED_AT(Kind.NUMBER),
    STARTED_AT(Kind.NUMBER),
    ENDED_AT(Kind.NUMBER),
    UPDATED_AT(Kind.NUMBER),
    DURATION(Kind.NUMBER);

    private final Kind kind;

    RunAttribute(Kind kind) {
        this.kind = kind;
    }

    /** What its values are. */
    public Kind kind() {
        return kind;
    }

    /** What values can be. */
    public enum Kind {
        TEXT,
        NUMBER
    }
}
