package io.plumbline.dialects.openscale.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.wire.SparkField;
import io.plumbline.domain.Document;
import io.plumbline.domain.model.Column;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a field says of a column beyond the core's words, so that it can be said again.
 *
 * @param type as Spark names it; null where only the name of the column is known yet
 * @param nullable whether a row may lack the value; null where nobody said
 * @param metadata of the field
 */
record ColumnFacts(
        @JsonProperty("type") @Nullable JsonNode type,
        @JsonProperty("nullable") @Nullable Boolean nullable,
        @JsonProperty("metadata") @Nullable Map<String, JsonNode> metadata) {
    /** The facts that a field states. */
    static ColumnFacts of(SparkField field) {
        return new ColumnFacts(field.type(), field.nullable(), field.metadata());
    }

    /** The facts that are kept with a column. */
    static ColumnFacts of(Column column) {
        return Documents.read(column.attributes(), ColumnFacts.class);
    }

    /** The document to keep with a column. */
    Document document() {
        return Documents.of(this);
    }

    /** The column as a field. A type that is not the column's any more, because records widened it, is not repeated. */
    SparkField field(Column column) {
        return SparkField.builder()
                .name(column.name())
                .type(Optional.ofNullable(type)
                        .filter(told -> SparkTypes.storedIfKnown(told).equals(Optional.of(column.type())))
                        .orElseGet(() -> SparkTypes.of(column.type())))
                .nullable(nullable == null || nullable)
                .metadata(metadata(column))
                .build();
    }

    /** The roles of internal columns go without saying. */
    private Map<String, JsonNode> metadata(Column column) {
        Map<String, JsonNode> all = new LinkedHashMap<>(metadata == null ? Map.of() : metadata);
        if (FeedbackColumns.isInternal(column.name())) {
            return all;
        }
        ModelingRole.of(column.role(), column.type())
                .ifPresent(
                        role -> all.putIfAbsent(ModelingRole.KEY, JsonNodeFactory.instance.stringNode(role.label())));
        return all;
    }
}
