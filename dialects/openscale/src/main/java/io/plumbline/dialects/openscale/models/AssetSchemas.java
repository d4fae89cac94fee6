package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.wire.AssetProperties;
import io.plumbline.dialects.openscale.wire.DeploymentType;
import io.plumbline.dialects.openscale.wire.SparkField;
import io.plumbline.dialects.openscale.wire.SparkStruct;
import io.plumbline.dialects.openscale.wire.SubscriptionEntity;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.measures.table.ColumnRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Completes the schemas of a subscription by what else is known of its columns. */
final class AssetSchemas {
    /** The fields of asset properties that hold schemas. */
    static final List<String> FIELDS = List.of("training_data_schema", "input_data_schema", "output_data_schema");

    private final AssetProperties given;
    private final ColumnMarks marks;
    private final List<Column> logged;
    private final boolean online;

    private AssetSchemas(SubscriptionEntity entity, List<Column> logged) {
        this.given =
                entity.assetProperties() == null ? AssetProperties.builder().build() : entity.assetProperties();
        this.marks = new ColumnMarks(given);
        this.logged = logged;
        this.online = entity.deployment().deploymentType() != DeploymentType.BATCH;
    }

    /**
     * The properties with their schemas completed; null where there is nothing to say.
     *
     * @param production the data set of logged payload, whose columns records have brought
     */
    static @Nullable AssetProperties complete(SubscriptionEntity entity, Optional<Dataset> production) {
        List<Column> logged =
                production.map(dataset -> dataset.schema().columns()).orElse(List.of());
        AssetProperties complete = new AssetSchemas(entity, logged).complete();
        return entity.assetProperties() == null
                        && complete.equals(AssetProperties.builder().build())
                ? null
                : complete;
    }

    private AssetProperties complete() {
        SparkStruct training = marks.marked(given.trainingDataSchema(), "asset_properties.training_data_schema");
        ObjectNode tree = Documents.object(given);
        set(tree, "training_data_schema", training);
        set(tree, "input_data_schema", input(training));
        set(tree, "output_data_schema", output());
        return Documents.value(tree, AssetProperties.class);
    }

    private static void set(ObjectNode tree, String field, @Nullable SparkStruct struct) {
        if (struct != null) {
            tree.set(field, Documents.tree(struct));
        }
    }

    /** What the model is fed with: as given, else the features of the training data, else those that were logged. */
    private @Nullable SparkStruct input(@Nullable SparkStruct training) {
        SparkStruct input = marks.marked(given.inputDataSchema(), "asset_properties.input_data_schema");
        if (input != null) {
            return input;
        }
        List<SparkField> features = training == null
                ? logged(ColumnRole.FEATURE)
                : training.fields().stream().filter(AssetSchemas::isFeature).toList();
        return features.isEmpty() ? null : SparkSchemas.struct(features);
    }

    private static boolean isFeature(SparkField field) {
        return field.metadata() != null
                && field.metadata().containsKey(ModelingRole.KEY)
                && field.metadata().get(ModelingRole.KEY).asString("").equals(ModelingRole.FEATURE.label());
    }

    /** What comes out: the columns of every scored row, those given, and what was logged of predictions. */
    private @Nullable SparkStruct output() {
        SparkStruct output = marks.marked(given.outputDataSchema(), "asset_properties.output_data_schema");
        List<SparkField> fields = new ArrayList<>(online ? SystemColumns.PAYLOAD : List.of());
        Optional.ofNullable(output).map(SparkStruct::fields).ifPresent(own -> override(fields, own));
        addMissing(fields, logged(ColumnRole.PREDICTION, ColumnRole.SCORE));
        if (fields.isEmpty()) {
            return output;
        }
        SparkStruct struct = SparkSchemas.struct(fields);
        return output == null
                ? struct
                : SparkStruct.builder()
                        .type(struct.type())
                        .fields(fields)
                        .id(output.id())
                        .name(output.name())
                        .build();
    }

    private List<SparkField> logged(ColumnRole... roles) {
        Set<ColumnRole> wanted = Set.copyOf(Arrays.asList(roles));
        return logged.stream()
                .filter(column -> wanted.contains(column.role()))
                .map(SparkSchemas::field)
                .toList();
    }

    /** What a client gives stands in the place where the client put it. */
    private static void override(List<SparkField> fields, List<SparkField> given) {
        Set<String> names = new HashSet<>();
        given.forEach(field -> names.add(field.name()));
        fields.removeIf(field -> names.contains(field.name()));
        fields.addAll(given);
    }

    /** Adds those fields whose names are not there yet. */
    static void addMissing(List<SparkField> fields, List<SparkField> more) {
        Set<String> names = new HashSet<>();
        fields.forEach(field -> names.add(field.name()));
        more.stream().filter(field -> names.add(field.name())).forEach(fields::add);
    }
}
