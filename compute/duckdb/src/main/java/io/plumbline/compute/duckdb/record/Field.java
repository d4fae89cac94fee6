package io.plumbline.compute.duckdb.record;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.ValueType;

/**
 * What can be asked of a record: a column or a system field.
 *
 * @param name as callers know it
 * @param type of its values
 * @param alias its name in our queries
 */
record Field(String name, ValueType type, String alias) {
    /** The values as they go over to Java. */
    String sent() {
        return SqlType.sent(alias, type);
    }

    /**
     * Fails where values of the field have no order.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    Field requireOrdered() {
        return switch (type) {
            case NUMBER, INTEGER, TIMESTAMP, BOOLEAN, TEXT, JSON -> this;
            case VECTOR, BINARY ->
                throw PlumblineException.invalid(
                        name, name + " is of type " + type.label() + ", whose values cannot be compared");
        };
    }

    /**
     * Fails where values of the field are not kept as text or have no text of their own.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    String requireText() {
        return switch (type) {
            case TEXT, JSON -> alias;
            case INTEGER, BOOLEAN -> "CAST(" + alias + " AS VARCHAR)";
            case NUMBER, TIMESTAMP, VECTOR, BINARY ->
                throw PlumblineException.invalid(
                        name, name + " is of type " + type.label() + ", whose values have no pattern");
        };
    }

    /**
     * Fails where the field is not of numbers.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    Field requireNumeric() {
        if (type == ValueType.NUMBER || type == ValueType.INTEGER) {
            return this;
        }
        throw PlumblineException.invalid(name, name + " is of type " + type.label() + ", not of numbers");
    }
}
