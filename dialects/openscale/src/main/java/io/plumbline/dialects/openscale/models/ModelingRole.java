package io.plumbline.dialects.openscale.models;

import io.plumbline.domain.model.ValueType;
import io.plumbline.measures.table.ColumnRole;
import java.util.Arrays;
import java.util.Optional;

/** What a column is for, in the words that stand in the metadata of its field. */
enum ModelingRole {
    FEATURE("feature", ColumnRole.FEATURE),
    TARGET("target", ColumnRole.TARGET),
    PREDICTION("prediction", ColumnRole.PREDICTION),
    DECODED_TARGET("decoded-target", ColumnRole.PREDICTION),
    PROBABILITY("probability", ColumnRole.SCORE),
    CLASS_PROBABILITY("class_probability", ColumnRole.SCORE),
    PREDICTION_PROBABILITY("prediction-probability", ColumnRole.SCORE),
    RECORD_ID("record-id", ColumnRole.ID),
    RECORD_TIMESTAMP("record-timestamp", ColumnRole.TIME),
    INPUT_TOKEN_COUNT("input-token-count", ColumnRole.METADATA),
    OUTPUT_TOKEN_COUNT("output-token-count", ColumnRole.METADATA);

    /** The key of the metadata under which the role stands. */
    static final String KEY = "modeling_role";

    private final String label;
    private final ColumnRole role;

    ModelingRole(String label, ColumnRole role) {
        this.label = label;
        this.role = role;
    }

    /** The word in the metadata. */
    String label() {
        return label;
    }

    /** The role in the core's words of a column whose metadata has this word; words of a client's own mean nothing here. */
    static ColumnRole columnRole(String label) {
        return Arrays.stream(values())
                .filter(value -> value.label.equals(label))
                .findFirst()
                .map(value -> value.role)
                .orElse(ColumnRole.METADATA);
    }

    /** The word for a column whose metadata has none. */
    static Optional<ModelingRole> of(ColumnRole role, ValueType type) {
        return switch (role) {
            case FEATURE -> Optional.of(FEATURE);
            case TARGET -> Optional.of(TARGET);
            case PREDICTION -> Optional.of(PREDICTION);
            case SCORE -> Optional.of(type == ValueType.VECTOR ? PROBABILITY : CLASS_PROBABILITY);
            case ID -> Optional.of(RECORD_ID);
            case TIME -> Optional.of(RECORD_TIMESTAMP);
            case WEIGHT, METADATA -> Optional.empty();
        };
    }
}
