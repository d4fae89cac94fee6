package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.wire.AssetProperties;
import io.plumbline.dialects.openscale.wire.SparkField;
import io.plumbline.dialects.openscale.wire.SparkStruct;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.ValueType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What asset properties say of columns by naming them, as metadata of the columns' fields. Where a list of features or of categories is given,
 * it is the last word; where it is left out, the metadata of the fields is.
 */
final class ColumnMarks {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MEASURE = "measure";
    private static final JsonNode DISCRETE = JSON.stringNode("discrete");

    private final AssetProperties properties;
    private final Map<String, Map<String, JsonNode>> marks = new LinkedHashMap<>();
    private final Set<String> probabilities = new LinkedHashSet<>();

    /** Of these properties. */
    ColumnMarks(AssetProperties properties) {
        this.properties = properties;
        // A column that is named twice keeps the role that tells more.
        role("label_column", one(properties.labelColumn()), ModelingRole.TARGET);
        role("prediction_field", one(properties.predictionField()), ModelingRole.PREDICTION);
        role("predicted_target_field", one(properties.predictedTargetField()), ModelingRole.DECODED_TARGET);
        for (String name : named("probability_fields", list(properties.probabilityFields()))) {
            mark(name);
            probabilities.add(name);
        }
        role("feature_fields", list(properties.featureFields()), ModelingRole.FEATURE);
        role("input_token_count_field", one(properties.inputTokenCountField()), ModelingRole.INPUT_TOKEN_COUNT);
        role("output_token_count_field", one(properties.outputTokenCountField()), ModelingRole.OUTPUT_TOKEN_COUNT);
        mark("categorical_fields", list(properties.categoricalFields()), MEASURE, DISCRETE);
        mark(
                "transaction_id_field",
                one(properties.transactionIdField()),
                "transaction_id_key",
                JSON.booleanNode(true));
        mark("context_fields", list(properties.contextFields()), "prompt_role", JSON.stringNode("context_field"));
        mark("question_field", one(properties.questionField()), "prompt_role", JSON.stringNode("question_field"));
    }

    /** What is said of each column, by its name. */
    Map<String, Map<String, JsonNode>> all() {
        return marks;
    }

    /** Whether this column holds probabilities. */
    boolean isProbability(String name) {
        return probabilities.contains(name);
    }

    /** The schema, with what the properties say in the metadata of its fields. */
    @Nullable
    SparkStruct marked(@Nullable SparkStruct struct, String where) {
        if (struct == null) {
            return null;
        }
        // Looks at names and types first: marking expects them to be sound.
        SparkSchemas.columns(struct, where);
        return SparkStruct.builder()
                .type(struct.type())
                .fields(struct.fields().stream().map(this::marked).toList())
                .id(struct.id())
                .name(struct.name())
                .build();
    }

    private SparkField marked(SparkField field) {
        Map<String, JsonNode> metadata = new LinkedHashMap<>(field.metadata() == null ? Map.of() : field.metadata());
        unmark(metadata, ModelingRole.KEY, ModelingRole.FEATURE.label(), properties.featureFields());
        unmark(metadata, MEASURE, DISCRETE.stringValue(), properties.categoricalFields());
        metadata.putAll(marks.getOrDefault(field.name(), Map.of()));
        if (isProbability(field.name())) {
            metadata.put(ModelingRole.KEY, JSON.stringNode(probability(field).label()));
        }
        return SparkField.builder()
                .name(field.name())
                .type(field.type())
                .nullable(field.nullable())
                .metadata(metadata)
                .build();
    }

    private static void unmark(
            Map<String, JsonNode> metadata, String key, String value, @Nullable List<String> lastWord) {
        if (lastWord != null
                && metadata.containsKey(key)
                && metadata.get(key).asString("").equals(value)) {
            metadata.remove(key);
        }
    }

    private static ModelingRole probability(SparkField field) {
        return SparkTypes.storedIfKnown(field.type()).equals(Optional.of(ValueType.VECTOR))
                ? ModelingRole.PROBABILITY
                : ModelingRole.CLASS_PROBABILITY;
    }

    private void role(String field, List<String> names, ModelingRole role) {
        mark(field, names, ModelingRole.KEY, JSON.stringNode(role.label()));
    }

    private void mark(String field, List<String> names, String key, JsonNode value) {
        for (String name : named(field, names)) {
            if (!(key.equals(ModelingRole.KEY) && isProbability(name))) {
                mark(name).putIfAbsent(key, value);
            }
        }
    }

    private Map<String, JsonNode> mark(String name) {
        return marks.computeIfAbsent(name, absent -> new LinkedHashMap<>());
    }

    private static List<String> named(String field, List<@Nullable String> names) {
        String where = "asset_properties." + field;
        return names.stream().map(name -> checked(name, where)).toList();
    }

    private static String checked(@Nullable String name, String where) {
        if (name == null || name.isBlank()) {
            throw PlumblineException.invalid(where, "the field " + where + " names a column without a name");
        }
        return name;
    }

    private static List<String> one(@Nullable String name) {
        return name == null ? List.of() : List.of(name);
    }

    private static List<String> list(@Nullable List<String> names) {
        return names == null ? List.of() : names;
    }
}
