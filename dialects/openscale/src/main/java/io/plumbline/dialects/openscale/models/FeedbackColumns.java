package io.plumbline.dialects.openscale.models;

import io.plumbline.domain.model.Column;
import io.plumbline.measures.table.ColumnRole;

/** Internal columns of feedback, in which the model's own answer may stand beside what was true. */
final class FeedbackColumns {
    private static final String PREDICTION = "_original_prediction";
    private static final String PROBABILITY = "_original_probability";

    private FeedbackColumns() {}

    /** Whether a column of this name is internal. */
    static boolean isInternal(String name) {
        return name.startsWith("_");
    }

    /** The column in the role that its name stands for, where nobody gave it another one. */
    static Column inRole(Column column) {
        if (column.role() != ColumnRole.METADATA) {
            return column;
        }
        return switch (column.name()) {
            case PREDICTION -> with(ColumnRole.PREDICTION, column);
            case PROBABILITY -> with(ColumnRole.SCORE, column);
            default -> column;
        };
    }

    private static Column with(ColumnRole role, Column column) {
        return new Column(column.name(), column.type(), role, column.attributes());
    }
}
