package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.ProblemTypes;
import io.plumbline.dialects.openscale.wire.AssetProperties;
import io.plumbline.dialects.openscale.wire.ProblemType;
import io.plumbline.dialects.openscale.wire.SparkStruct;
import io.plumbline.dialects.openscale.wire.SubscriptionEntity;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.model.ValueType;
import io.plumbline.measures.table.ColumnRole;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The columns of a model: those of its schemas, and those that are known by name only. The type of the latter is what such columns mostly have;
 * it gives way to what records bring.
 */
final class ModelColumns {
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Task task;

    private ModelColumns(Task task) {
        this.task = task;
    }

    /** The columns of a model that is described so. */
    static Collection<Column> of(SubscriptionEntity entity, Task task) {
        ModelColumns all = new ModelColumns(task);
        AssetProperties properties = entity.assetProperties();
        if (properties != null) {
            // What the model takes and gives in service says more of its records than what it was trained with.
            all.add(properties.inputDataSchema(), "asset_properties.input_data_schema");
            all.add(properties.outputDataSchema(), "asset_properties.output_data_schema");
            all.add(properties.trainingDataSchema(), "asset_properties.training_data_schema");
            all.add(new ColumnMarks(properties));
        }
        return all.columns.values();
    }

    /** Whether the type of a column was told, and is not a guess from its role. */
    static boolean isTyped(Column column) {
        return ColumnFacts.of(column).type() != null;
    }

    private void add(@Nullable SparkStruct struct, String where) {
        if (struct != null) {
            SparkSchemas.columns(struct, where).forEach(column -> columns.putIfAbsent(column.name(), column));
        }
    }

    private void add(ColumnMarks marks) {
        marks.all().forEach((name, metadata) -> columns.computeIfAbsent(name, absent -> named(name, metadata, marks)));
    }

    private Column named(String name, Map<String, JsonNode> metadata, ColumnMarks marks) {
        ColumnRole role = marks.isProbability(name) ? ColumnRole.SCORE : role(metadata);
        try {
            return new Column(name, type(role, metadata), role, new ColumnFacts(null, null, metadata).document());
        } catch (PlumblineException unfit) {
            throw PlumblineException.invalid(
                    "asset_properties", "the field asset_properties names a column badly: " + unfit.getMessage());
        }
    }

    private static ColumnRole role(Map<String, JsonNode> metadata) {
        JsonNode role = metadata.get(ModelingRole.KEY);
        return role == null ? ColumnRole.METADATA : ModelingRole.columnRole(role.asString(""));
    }

    private ValueType type(ColumnRole role, Map<String, JsonNode> metadata) {
        return switch (role) {
            case FEATURE -> metadata.containsKey("measure") ? ValueType.TEXT : ValueType.NUMBER;
            case TARGET, PREDICTION -> task == Task.REGRESSION ? ValueType.NUMBER : ValueType.TEXT;
            case SCORE -> ValueType.VECTOR;
            default -> metadata.containsKey(ModelingRole.KEY) ? ValueType.INTEGER : ValueType.TEXT;
        };
    }

    /** What a model of this dialect's problem type does. */
    static Task task(SubscriptionEntity entity) {
        ProblemType problem = entity.asset().problemType();
        return problem == null ? Task.UNKNOWN : ProblemTypes.task(problem);
    }
}
