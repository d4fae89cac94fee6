package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.IntegrationReference;
import io.plumbline.dialects.openscale.wire.RiskEvaluationStatus;
import io.plumbline.dialects.openscale.wire.SubscriptionEntity;
import io.plumbline.dialects.openscale.wire.SubscriptionsApi.ListSubscriptionsQuery;
import io.plumbline.domain.connection.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells which subscriptions a list is asked for: those that have one of the wanted values in each field that is filtered by. */
final class SubscriptionFilter {
    private SubscriptionFilter() {}

    /**
     * The filter of a query.
     *
     * @param providers all service providers, some of whose fields are filtered by
     */
    static Predicate<SubscriptionEntity> of(ListSubscriptionsQuery query, Collection<Connection> providers) {
        return Stream.concat(own(query), ofProviders(query, providers)).reduce(entity -> true, Predicate::and);
    }

    private static Stream<Predicate<SubscriptionEntity>> own(ListSubscriptionsQuery query) {
        return Stream.of(
                among(query.dataMartId(), SubscriptionEntity::dataMartId),
                among(query.serviceProviderId(), SubscriptionEntity::serviceProviderId),
                among(query.assetAssetId(), entity -> entity.asset().assetId()),
                among(query.assetAssetType(), entity -> entity.asset().assetType()),
                among(query.assetFoundationalModelId(), entity -> entity.asset().foundationalModelId()),
                among(
                        query.deploymentDeploymentId(),
                        entity -> entity.deployment().deploymentId()),
                among(
                        query.deploymentDeploymentType(),
                        entity -> entity.deployment().deploymentType()),
                among(
                        query.integrationReferenceIntegratedSystemId(),
                        integration(IntegrationReference::integratedSystemId)),
                among(query.integrationReferenceExternalId(), integration(IntegrationReference::externalId)),
                among(query.riskEvaluationStatusState(), SubscriptionFilter::riskState),
                among(query.preProductionReferenceId(), SubscriptionEntity::preProductionReferenceId));
    }

    private static Stream<Predicate<SubscriptionEntity>> ofProviders(
            ListSubscriptionsQuery query, Collection<Connection> providers) {
        return Stream.of(
                ofProviders("operational_space_id", query.serviceProviderOperationalSpaceId(), providers),
                ofProviders("deployment_space_id", query.serviceProviderDeploymentSpaceId(), providers),
                ofProviders("integrated_project_id", query.serviceProviderIntegratedProjectId(), providers));
    }

    private static Predicate<SubscriptionEntity> ofProviders(
            String field, @Nullable List<String> wanted, Collection<Connection> providers) {
        if (wanted == null) {
            return entity -> true;
        }
        Set<String> ids = providers.stream()
                .filter(provider -> wanted.contains(
                        Documents.tree(provider.attributes()).path(field).asString("")))
                .map(provider -> WireId.of(provider.id()))
                .collect(Collectors.toSet());
        return entity -> ids.contains(entity.serviceProviderId());
    }

    private static <T> Predicate<SubscriptionEntity> among(
            @Nullable List<T> wanted, Function<SubscriptionEntity, @Nullable T> field) {
        return entity -> wanted == null || has(wanted, field.apply(entity));
    }

    private static <T> boolean has(List<T> wanted, @Nullable T value) {
        return value != null && wanted.contains(value);
    }

    private static Function<SubscriptionEntity, @Nullable String> integration(
            Function<IntegrationReference, @Nullable String> field) {
        return entity -> {
            IntegrationReference reference = entity.integrationReference();
            return reference == null ? null : field.apply(reference);
        };
    }

    private static @Nullable String riskState(SubscriptionEntity entity) {
        RiskEvaluationStatus status = entity.riskEvaluationStatus();
        return status == null ? null : status.state();
    }
}
