package io.plumbline.domain.model;

import io.plumbline.measures.column.ColumnType;
import java.util.Locale;
import java.util.Optional;

/** The type of a column's values, as they are stored. */
public enum ValueType {
    /** Floating point numbers. */
    NUMBER(ColumnType.NUMBER),
    /** Whole numbers of up to 64 bits. */
    INTEGER(ColumnType.INTEGER),
    /** Instants, to the microsecond. */
    TIMESTAMP(ColumnType.TIMESTAMP),
    /** True and false. */
    BOOLEAN(ColumnType.BOOLEAN),
    /** Text. */
    TEXT(ColumnType.TEXT),
    /** Arrays of floating point numbers, such as the probabilities of all classes. */
    VECTOR,
    /** Any other JSON value, kept as its text. */
    JSON,
    /** Bytes. */
    BINARY;

    private final Optional<ColumnType> measured;

    ValueType(ColumnType measured) {
        this.measured = Optional.of(measured);
    }

    ValueType() {
        this.measured = Optional.empty();
    }

    /** The type as measures see it; empty for values that are not profiled. */
    public Optional<ColumnType> measured() {
        return measured;
    }

    /** Whether every value of the other type can be kept as one of this type without loss of meaning. */
    public boolean widens(ValueType other) {
        return this == NUMBER && other == INTEGER;
    }

    /** The name in messages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
