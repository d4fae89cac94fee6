package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.wire.DataSet;
import io.plumbline.dialects.openscale.wire.DataSetEntity;
import io.plumbline.dialects.openscale.wire.DataSetRequest;
import io.plumbline.dialects.openscale.wire.DataSetType;
import io.plumbline.dialects.openscale.wire.SchemaUpdateMode;
import io.plumbline.dialects.openscale.wire.SparkStruct;
import io.plumbline.dialects.openscale.wire.SparkStructType;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Growth;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Schema;
import io.plumbline.http.WireName;
import java.util.List;
import java.util.Optional;

/** Datasets and the data sets that stand for them on the wire. */
final class DataSets {
    private DataSets() {}

    /**
     * The dataset that a request describes.
     *
     * @param model that it belongs to, where it belongs to one
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the field
     */
    static Dataset dataset(Header header, Optional<Id> model, DataSetRequest request) {
        SparkStruct struct = request.dataSchema();
        DataSetFacts facts = new DataSetFacts(
                request.dataMartId(),
                request.target(),
                request.location(),
                request.managedBy(),
                struct.id(),
                struct.name());
        return new Dataset(
                header,
                model,
                kind(request.type()),
                request.type().wireName(),
                notBlank("name", request.name()),
                request.description() == null ? "" : request.description(),
                new Schema(1, columns(request)),
                request.schemaUpdateMode() == SchemaUpdateMode.AUTO ? Growth.GROWING : Growth.FIXED,
                Optional.empty(),
                Documents.of(facts));
    }

    private static List<Column> columns(DataSetRequest request) {
        List<Column> columns = SparkSchemas.columns(request.dataSchema(), "data_schema");
        return request.type() == DataSetType.FEEDBACK
                ? columns.stream().map(FeedbackColumns::inRole).toList()
                : columns;
    }

    /**
     * The dataset as a request describes it anew.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the field, also where it cannot be changed
     */
    static Dataset changed(Dataset kept, DataSetRequest request) {
        DataSetEntity before = entity(kept);
        fixed("data_mart_id", before.dataMartId(), request.dataMartId());
        fixed("type", before.type(), request.type());
        fixed("target", before.target(), request.target());
        Dataset changed = dataset(kept.header(), kept.model(), request);
        return new Dataset(
                kept.header(),
                kept.model(),
                kept.kind(),
                kept.type(),
                changed.name(),
                changed.description(),
                request.dataSchema().equals(before.dataSchema()) ? kept.schema() : changed.schema(),
                changed.growth(),
                kept.retention(),
                changed.attributes());
    }

    private static void fixed(String field, Object before, Object after) {
        if (!before.equals(after)) {
            throw PlumblineException.invalid(field, "the field " + field + " cannot be changed");
        }
    }

    private static Kind kind(DataSetType type) {
        return switch (type) {
            case TRAINING -> Kind.BASELINE;
            case PAYLOAD_LOGGING -> Kind.PRODUCTION;
            case FEEDBACK, MANUAL_LABELING -> Kind.LABELS;
            default -> Kind.OTHER;
        };
    }

    private static String notBlank(String field, String text) {
        if (text.isBlank()) {
            throw PlumblineException.invalid(field, "the field " + field + " is blank");
        }
        return text;
    }

    /** The data set as it goes over the wire. */
    static DataSet wire(Dataset dataset) {
        return DataSet.builder()
                .metadata(Envelope.metadata(dataset.header(), "data_set", "/v2/data_sets"))
                .entity(entity(dataset))
                .build();
    }

    /** The entity of the data set as it goes over the wire. */
    static DataSetEntity entity(Dataset dataset) {
        DataSetFacts facts =
                DataSetFacts.of(dataset).orElseThrow(() -> PlumblineException.notFound("data_set", dataset.id()));
        return DataSetEntity.builder()
                .dataMartId(facts.dataMartId())
                .name(dataset.name())
                .description(dataset.description().isEmpty() ? null : dataset.description())
                .type(type(dataset))
                .target(facts.target())
                .schemaUpdateMode(dataset.growth() == Growth.GROWING ? SchemaUpdateMode.AUTO : SchemaUpdateMode.NONE)
                .dataSchema(schema(dataset, facts))
                .location(facts.location())
                .managedBy(facts.managedBy())
                .status(Envelope.active())
                .build();
    }

    /** The kind of data set in this dialect's words. */
    static DataSetType type(Dataset dataset) {
        return WireName.among(DataSetType.values(), dataset.type());
    }

    private static SparkStruct schema(Dataset dataset, DataSetFacts facts) {
        return SparkStruct.builder()
                .type(SparkStructType.STRUCT)
                .fields(dataset.schema().columns().stream()
                        .map(SparkSchemas::field)
                        .toList())
                .id(facts.schemaId())
                .name(facts.schemaName())
                .build();
    }
}
