package io.plumbline.domain.model;

import io.plumbline.domain.Document;
import io.plumbline.domain.PlumblineException;
import io.plumbline.measures.table.ColumnRole;

/**
 * A column of a model or of a dataset.
 *
 * @param name unique in its schema, upper and lower case told apart
 * @param type of its values
 * @param role what it is for
 * @param attributes what a dialect keeps beside, such as bounds, measure or length
 */
public record Column(String name, ValueType type, ColumnRole role, Document attributes) {
    private static final int LONGEST_NAME = 255;

    /** Checks the name. */
    public Column {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw PlumblineException.invalid(
                    "the name of a column has 1 to " + LONGEST_NAME + " characters and no control characters");
        }
    }

    /** A column without attributes. */
    public static Column of(String name, ValueType type, ColumnRole role) {
        return new Column(name, type, role, Document.EMPTY);
    }

    /** The same with another type. */
    public Column as(ValueType newType) {
        return new Column(name, newType, role, attributes);
    }
}
