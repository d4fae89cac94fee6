package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.AssetProperties;
import io.plumbline.dialects.openscale.wire.DataSetRequest;
import io.plumbline.dialects.openscale.wire.DataSetType;
import io.plumbline.dialects.openscale.wire.SchemaUpdateMode;
import io.plumbline.dialects.openscale.wire.SparkField;
import io.plumbline.dialects.openscale.wire.SparkStruct;
import io.plumbline.dialects.openscale.wire.SubscriptionEntity;
import io.plumbline.dialects.openscale.wire.TableLocation;
import io.plumbline.dialects.openscale.wire.Target;
import io.plumbline.dialects.openscale.wire.TargetType;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The data sets that come with a subscription, with the columns that its schemas give them. */
final class SubscriptionTables {
    private SubscriptionTables() {}

    /** The data set of logged payload. */
    static Dataset payload(Header header, Model model, SubscriptionEntity shown) {
        DataSetRequest request = request(
                model.id(), shown, DataSetType.PAYLOAD_LOGGING, "Payload", SparkSchemas.struct(payloadFields(shown)));
        return DataSets.dataset(header, Optional.of(model.id()), request);
    }

    /** The data set of logged payload, after the columns of its model have changed. What records brought stays. */
    static Dataset followed(Model model, SubscriptionEntity shown, Dataset payload) {
        Map<String, Column> columns = new LinkedHashMap<>();
        payload.schema().columns().forEach(column -> columns.put(column.name(), renewed(column, model)));
        SparkSchemas.columns(SparkSchemas.struct(payloadFields(shown)), "data_schema")
                .forEach(column -> columns.putIfAbsent(column.name(), column));
        return payload.with(new Schema(payload.schema().version(), List.copyOf(columns.values())));
    }

    private static Column renewed(Column column, Model model) {
        return model.schema()
                .column(column.name())
                .map(named -> ModelColumns.isTyped(named) ? named : named.as(column.type()))
                .orElse(column);
    }

    private static List<SparkField> payloadFields(SubscriptionEntity shown) {
        List<SparkField> fields = new ArrayList<>(SystemColumns.PAYLOAD);
        AssetProperties properties = shown.assetProperties();
        if (properties != null) {
            AssetSchemas.addMissing(fields, fields(properties.inputDataSchema()));
            AssetSchemas.addMissing(fields, fields(properties.outputDataSchema()));
        }
        return fields;
    }

    /** The request for the data set of feedback. */
    static DataSetRequest feedback(Id model, SubscriptionEntity shown) {
        AssetProperties properties = Optional.ofNullable(shown.assetProperties())
                .orElseGet(() -> AssetProperties.builder().build());
        List<SparkField> fields = new ArrayList<>(fields(properties.trainingDataSchema()));
        AssetSchemas.addMissing(fields, fields(properties.inputDataSchema()));
        JsonNode label = type(fields, properties.labelColumn());
        AssetSchemas.addMissing(fields, SystemColumns.feedback(label));
        return request(model, shown, DataSetType.FEEDBACK, "Feedback", SparkSchemas.struct(fields));
    }

    private static JsonNode type(List<SparkField> fields, @Nullable String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(SparkField::type)
                .orElseGet(() -> JsonNodeFactory.instance.stringNode("string"));
    }

    private static List<SparkField> fields(@Nullable SparkStruct struct) {
        return struct == null ? List.of() : struct.fields();
    }

    private static DataSetRequest request(
            Id model, SubscriptionEntity shown, DataSetType type, String table, SparkStruct schema) {
        String subscription = WireId.of(model);
        String name = subscription + "_" + type.wireName();
        return DataSetRequest.builder()
                .dataMartId(shown.dataMartId())
                .name(name)
                .description(name)
                .type(type)
                .target(Target.builder()
                        .targetType(TargetType.SUBSCRIPTION)
                        .targetId(subscription)
                        .build())
                .schemaUpdateMode(SchemaUpdateMode.AUTO)
                .dataSchema(schema)
                .location(TableLocation.builder()
                        .tableName(shown.dataMartId() + "." + table + "_" + subscription)
                        .build())
                .build();
    }
}
