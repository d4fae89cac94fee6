package io.plumbline.measures.comparison;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.TableColumn;
import java.util.Optional;

/** A column of the reference and the column of the same name in the current data. */
record ColumnPair(TableColumn reference, TableColumn current) {

    String name() {
        return reference.name();
    }

    boolean isComparedByRole() {
        return reference.role().isCompared() && current.role().isCompared();
    }

    /** The type to compare them as: their own where it is the same, a number for whole numbers and numbers; otherwise none. */
    Optional<ColumnType> commonType() {
        if (reference.type() == current.type()) {
            return Optional.of(reference.type());
        }
        return isNumber(reference.type()) && isNumber(current.type())
                ? Optional.of(ColumnType.NUMBER)
                : Optional.empty();
    }

    private static boolean isNumber(ColumnType type) {
        return type == ColumnType.NUMBER || type == ColumnType.INTEGER;
    }

    /** Why values of the two cannot be held against each other. */
    String mismatch() {
        return "type is " + reference.type().label() + " in the reference and "
                + current.type().label() + " in the current data; name one type for both in a schema";
    }
}
