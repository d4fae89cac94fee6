package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.ProblemTypes;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.Asset;
import io.plumbline.dialects.openscale.wire.AssetProperties;
import io.plumbline.dialects.openscale.wire.AssetType;
import io.plumbline.dialects.openscale.wire.DataSetType;
import io.plumbline.dialects.openscale.wire.Deployment;
import io.plumbline.dialects.openscale.wire.DeploymentType;
import io.plumbline.dialects.openscale.wire.InputDataType;
import io.plumbline.dialects.openscale.wire.SubscriptionEntity;
import io.plumbline.dialects.openscale.wire.Target;
import io.plumbline.dialects.openscale.wire.TargetType;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.measures.table.ColumnRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Models that are registered in the core's words alone, made visible to clients of this dialect: what it keeps beside a model and its datasets
 * is put together from what the core knows of them.
 */
public final class AdoptedModels {
    private AdoptedModels() {}

    /**
     * The same model as a subscription.
     *
     * @throws IllegalArgumentException where it does not name the connections that keep its records and serve it, without which there is none
     */
    public static Model subscription(Model model) {
        SubscriptionEntity entity = SubscriptionEntity.builder()
                .dataMartId(named(model.store(), "store"))
                .serviceProviderId(named(model.scoring(), "scoring"))
                .asset(asset(model))
                .assetProperties(properties(model))
                .deployment(Deployment.builder()
                        .deploymentId(WireId.of(model.id()))
                        .name(model.name())
                        .deploymentType(DeploymentType.ONLINE)
                        .build())
                .status(Envelope.active())
                .build();
        return new Model(
                model.header(),
                model.name(),
                model.version(),
                model.task(),
                model.schema(),
                model.store(),
                model.scoring(),
                Documents.of(new SubscriptionFacts(entity, List.of())));
    }

    private static String named(Optional<Id> connection, String role) {
        return WireId.of(connection.orElseThrow(
                () -> new IllegalArgumentException("a subscription names the connection of its " + role)));
    }

    private static Asset asset(Model model) {
        return Asset.builder()
                .assetId(WireId.of(model.id()))
                .name(model.name())
                .assetType(AssetType.MODEL)
                .inputDataType(InputDataType.STRUCTURED)
                .problemType(ProblemTypes.of(model.task()).findFirst().orElse(null))
                .build();
    }

    private static AssetProperties properties(Model model) {
        return AssetProperties.builder()
                .featureFields(names(model, ColumnRole.FEATURE))
                .categoricalFields(columns(model, ColumnRole.FEATURE)
                        .filter(column -> switch (column.type()) {
                            case TEXT, BOOLEAN -> true;
                            default -> false;
                        })
                        .map(Column::name)
                        .toList())
                .labelColumn(first(model, ColumnRole.TARGET))
                .predictionField(first(model, ColumnRole.PREDICTION))
                .probabilityFields(names(model, ColumnRole.SCORE))
                .trainingDataSchema(SparkSchemas.struct(
                        Stream.concat(columns(model, ColumnRole.FEATURE), columns(model, ColumnRole.TARGET))
                                .map(SparkSchemas::field)
                                .toList()))
                .build();
    }

    private static Stream<Column> columns(Model model, ColumnRole role) {
        return model.schema().columns().stream().filter(column -> column.role() == role);
    }

    private static List<String> names(Model model, ColumnRole role) {
        return columns(model, role).map(Column::name).toList();
    }

    private static @Nullable String first(Model model, ColumnRole role) {
        return columns(model, role).map(Column::name).findFirst().orElse(null);
    }

    /** The dataset of such a model as one of its data sets. */
    public static Dataset dataSet(Model model, Dataset dataset) {
        Header header = dataset.header();
        DataSetFacts facts = new DataSetFacts(named(model.store(), "store"), target(model), null, null, null, null);
        return new Dataset(
                header,
                dataset.model(),
                dataset.kind(),
                type(dataset.kind()).wireName(),
                dataset.name(),
                dataset.description(),
                dataset.schema(),
                dataset.growth(),
                dataset.retention(),
                Documents.of(facts));
    }

    private static Target target(Model model) {
        return Target.builder()
                .targetType(TargetType.SUBSCRIPTION)
                .targetId(WireId.of(model.id()))
                .build();
    }

    private static DataSetType type(Dataset.Kind kind) {
        return switch (kind) {
            case BASELINE -> DataSetType.TRAINING;
            case PRODUCTION -> DataSetType.PAYLOAD_LOGGING;
            case LABELS -> DataSetType.FEEDBACK;
            case OTHER -> DataSetType.CUSTOM;
        };
    }
}
