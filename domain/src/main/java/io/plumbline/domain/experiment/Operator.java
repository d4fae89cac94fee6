package io.plumbline.domain.experiment;

/** How a field is compared. What a run does not have meets {@link #IS_NULL} alone. */
public enum Operator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST,
    /** Text with {@code %} for any characters and {@code _} for one, in this case. */
    LIKE,
    /** As {@link #LIKE}, in any case. */
    ILIKE,
    /** Text with the operand somewhere in it, in any case. */
    CONTAINS,
    /** One of the operands. */
    IN,
    /** None of the operands. */
    NOT_IN,
    IS_NULL,
    IS_NOT_NULL
}
