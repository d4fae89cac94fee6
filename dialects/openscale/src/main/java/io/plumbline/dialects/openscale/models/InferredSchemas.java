package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.wire.AssetProperties;
import io.plumbline.dialects.openscale.wire.InputDataType;
import io.plumbline.dialects.openscale.wire.SchemaInferenceRequest;
import io.plumbline.dialects.openscale.wire.ScoreData;
import io.plumbline.dialects.openscale.wire.SparkField;
import io.plumbline.dialects.openscale.wire.SubscriptionEntity;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.ValueType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The columns that sample rows show, put into the description of a subscription. */
final class InferredSchemas {
    private final List<SparkField> fields;

    private InferredSchemas(List<SparkField> fields) {
        this.fields = fields;
    }

    /**
     * Those that the rows of a request show.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where there are none, or rows do not fit their columns
     */
    static InferredSchemas of(SchemaInferenceRequest request) {
        if (request.trainingDataReference() != null) {
            throw PlumblineException.invalid(
                    "training_data_reference",
                    "this server does not reach the store of a training_data_reference; send rows as input_data");
        }
        List<ScoreData> tables = request.inputData();
        if (tables == null || tables.isEmpty()) {
            throw PlumblineException.invalid("input_data", "the field input_data is missing");
        }
        if (tables.size() > 1) {
            throw PlumblineException.invalid("input_data", "the field input_data holds more than one table");
        }
        return new InferredSchemas(fields(tables.getFirst()));
    }

    private static List<SparkField> fields(@Nullable ScoreData table) {
        if (table == null || table.fields() == null || table.fields().isEmpty()) {
            throw PlumblineException.invalid(
                    "input_data[0].fields", "the field input_data[0].fields is missing, so columns have no names");
        }
        InferredColumns columns = new InferredColumns(table.fields(), "input_data[0].fields");
        List<List<JsonNode>> rows = table.values();
        if (rows.isEmpty()) {
            throw PlumblineException.invalid("input_data[0].values", "the field input_data[0].values has no rows");
        }
        for (int i = 0; i < rows.size(); i++) {
            see(rows.get(i), "input_data[0].values[" + i + "]", columns);
        }
        return columns.fields();
    }

    private static void see(@Nullable List<@Nullable JsonNode> row, String where, InferredColumns columns) {
        if (row == null) {
            throw PlumblineException.invalid(where, "the field " + where + " is null");
        }
        columns.see(where, row.size(), index -> type(row.get(index)));
    }

    private static InferredType type(@Nullable JsonNode value) {
        return value == null ? InferredType.NOTHING : InferredType.of(value);
    }

    /**
     * The description with these columns: what the model was trained with has all of them, what it is fed with has its features. Where no
     * features were named, they are all columns but the label; where no categories were named, they are the features that hold texts.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where the model is not fed with tables
     */
    ObjectNode put(SubscriptionEntity shown) {
        InputDataType input = shown.asset().inputDataType();
        if (input != null && input != InputDataType.STRUCTURED) {
            throw PlumblineException.invalid(
                    "asset.input_data_type",
                    "the input of the model is " + input.wireName()
                            + ", and columns are derived for structured input only");
        }
        ObjectNode entity = Documents.object(shown).without("status");
        AssetProperties properties =
                shown.assetProperties() == null ? AssetProperties.builder().build() : shown.assetProperties();
        ObjectNode changed = entity.withObject("/asset_properties");
        List<SparkField> features = features(properties);
        changed.set("training_data_schema", Documents.tree(SparkSchemas.struct(fields)));
        changed.set("input_data_schema", Documents.tree(SparkSchemas.struct(features)));
        if (properties.featureFields() == null) {
            changed.set("feature_fields", Documents.tree(names(features)));
        }
        if (properties.categoricalFields() == null) {
            changed.set("categorical_fields", Documents.tree(names(texts(features))));
        }
        return entity;
    }

    private List<SparkField> features(AssetProperties properties) {
        List<String> named = properties.featureFields();
        if (named == null) {
            return fields.stream()
                    .filter(field -> !field.name().equals(properties.labelColumn()))
                    .toList();
        }
        Set<String> missing = new HashSet<>(named);
        fields.forEach(field -> missing.remove(field.name()));
        if (!missing.isEmpty()) {
            throw PlumblineException.invalid(
                    "input_data[0].fields",
                    "the rows lack the feature " + missing.iterator().next());
        }
        return fields.stream().filter(field -> named.contains(field.name())).toList();
    }

    private static List<SparkField> texts(List<SparkField> fields) {
        JsonNode text = SparkTypes.of(ValueType.TEXT);
        return fields.stream().filter(field -> text.equals(field.type())).toList();
    }

    private static List<String> names(List<SparkField> fields) {
        return fields.stream().map(SparkField::name).toList();
    }
}
