package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.RequestHeaders;
import io.plumbline.dialects.openscale.wire.AssetProperties;
import io.plumbline.dialects.openscale.wire.ScoringEndpoint;
import io.plumbline.dialects.openscale.wire.Subscription;
import io.plumbline.dialects.openscale.wire.SubscriptionEntity;
import io.plumbline.domain.Header;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.model.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Models and the subscriptions that stand for them on the wire. */
final class Subscriptions {
    private static final String PROPERTIES = "asset_properties";

    private Subscriptions() {}

    /** The facts of a model of this dialect. */
    static SubscriptionFacts facts(Model model) {
        return SubscriptionFacts.of(model).orElseThrow(() -> PlumblineException.notFound("subscription", model.id()));
    }

    /** The subscription as it goes over the wire. */
    static Subscription wire(Model model, Optional<Dataset> payload) {
        return Subscription.builder()
                .metadata(Envelope.metadata(model.header(), "subscription", "/v2/subscriptions"))
                .entity(shown(facts(model).entity(), payload))
                .build();
    }

    /** The entity with its schemas completed, also by the columns that records brought. */
    static SubscriptionEntity shown(SubscriptionEntity entity, Optional<Dataset> payload) {
        AssetProperties complete = AssetSchemas.complete(entity, payload);
        return complete == null ? entity : with(entity, Documents.tree(complete));
    }

    private static SubscriptionEntity with(SubscriptionEntity entity, JsonNode properties) {
        ObjectNode tree = Documents.object(entity);
        tree.set(PROPERTIES, properties);
        return Documents.value(tree, SubscriptionEntity.class);
    }

    /** The entity of a request, with its status. */
    static SubscriptionEntity entity(ObjectNode request) {
        ObjectNode tree = request.deepCopy();
        tree.set("status", Documents.tree(Envelope.active()));
        return Documents.value(tree, SubscriptionEntity.class);
    }

    /**
     * The columns that an entity gives its model.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the field
     */
    static List<Column> columns(SubscriptionEntity entity) {
        SubscriptionEntity shown = shown(entity, Optional.empty());
        return List.copyOf(ModelColumns.of(shown, ModelColumns.task(shown)));
    }

    /** The model that the facts describe. */
    static Model model(Header header, Schema schema, References.Named named, SubscriptionFacts facts) {
        SubscriptionEntity entity = facts.entity();
        Task task = ModelColumns.task(entity);
        return new Model(
                header,
                name(entity),
                "",
                task,
                schema,
                Optional.of(named.dataMart()),
                Optional.of(named.serviceProvider()),
                Documents.of(facts));
    }

    private static String name(SubscriptionEntity entity) {
        return Stream.of(
                        entity.asset().name(),
                        entity.deployment().name(),
                        entity.asset().assetId())
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }

    /**
     * What a patch of a shown entity changes of the one that is kept: schemas that were completed and not touched are not taken for given.
     *
     * @param patched the shown entity after the patch
     * @param shown the entity before
     * @param kept as the client described it
     */
    static ObjectNode asGiven(ObjectNode patched, SubscriptionEntity shown, SubscriptionEntity kept) {
        if (!(patched.path(PROPERTIES) instanceof ObjectNode properties)) {
            return patched;
        }
        JsonNode before = Documents.tree(shown).path(PROPERTIES);
        JsonNode given = Documents.tree(kept).path(PROPERTIES);
        for (String field : AssetSchemas.FIELDS) {
            if (properties.path(field).equals(before.path(field))) {
                properties.remove(field);
                given.optional(field).ifPresent(schema -> properties.set(field, schema));
            }
        }
        return patched;
    }

    /** Fails where a text that names something is blank, or where a credential would be shown. */
    static void check(SubscriptionEntity entity) {
        notBlank("asset.asset_id", entity.asset().assetId());
        notBlank("deployment.deployment_id", entity.deployment().deploymentId());
        ScoringEndpoint endpoint = entity.deployment().scoringEndpoint();
        if (endpoint != null) {
            RequestHeaders.check("deployment.scoring_endpoint.request_headers", endpoint.requestHeaders());
        }
    }

    private static void notBlank(String field, String text) {
        if (text.isBlank()) {
            throw PlumblineException.invalid(field, "the field " + field + " is blank");
        }
    }

    /** Whether the model is this dialect's. */
    static boolean isSubscription(Model model) {
        return SubscriptionFacts.of(model).isPresent();
    }
}
