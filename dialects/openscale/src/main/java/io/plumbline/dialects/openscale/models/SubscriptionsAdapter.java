package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Elements;
import io.plumbline.dialects.openscale.Place;
import io.plumbline.dialects.openscale.models.MonitorSynchronization.Existing;
import io.plumbline.dialects.openscale.wire.ConfigurationSynchronization;
import io.plumbline.dialects.openscale.wire.ConfigurationSynchronizationRequest;
import io.plumbline.dialects.openscale.wire.DataSet;
import io.plumbline.dialects.openscale.wire.DataSetType;
import io.plumbline.dialects.openscale.wire.SchemaInferenceRequest;
import io.plumbline.dialects.openscale.wire.SchemaInferenceResponse;
import io.plumbline.dialects.openscale.wire.Subscription;
import io.plumbline.dialects.openscale.wire.SubscriptionEntity;
import io.plumbline.dialects.openscale.wire.SubscriptionList;
import io.plumbline.dialects.openscale.wire.SubscriptionRequest;
import io.plumbline.dialects.openscale.wire.SubscriptionsApi;
import io.plumbline.dialects.openscale.wire.SynchronizedConfiguration;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.registration.Datasets;
import io.plumbline.domain.registration.Registration;
import io.plumbline.http.Call;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers the operations on subscriptions. */
public final class SubscriptionsAdapter implements SubscriptionsApi {
    private final Registration registration;
    private final Datasets datasets;
    private final References references;
    private final Registrar registrar;
    private final FeedbackTables feedbackTables;
    private final MonitorSynchronization monitors;

    /**
     * Over these models and datasets; what their fields name is looked for among the references.
     *
     * @param vault where credentials go
     * @param monitors copies those of another subscription
     */
    public SubscriptionsAdapter(
            Registration registration,
            Datasets datasets,
            References references,
            CredentialVault vault,
            MonitorSynchronization monitors) {
        this.registration = registration;
        this.datasets = datasets;
        this.references = references;
        this.registrar = new Registrar(registration, references, vault);
        this.feedbackTables = new FeedbackTables(registration, datasets, references);
        this.monitors = monitors;
    }

    @Override
    public Subscription addSubscription(Call call, AddSubscriptionQuery query, SubscriptionRequest body) {
        Optional<Id> project = references.project(call.caller(), Place.of(query.projectId(), query.spaceId()));
        return shown(call.caller(), registrar.add(call.caller(), project, body));
    }

    @Override
    public Subscription getSubscription(Call call, String subscriptionId, GetSubscriptionQuery query) {
        return shown(call.caller(), references.subscription(call.caller(), subscriptionId));
    }

    @Override
    public SubscriptionList listSubscriptions(Call call, ListSubscriptionsQuery query) {
        Place place = Place.of(query.projectId(), query.spaceId());
        Predicate<SubscriptionEntity> wanted = SubscriptionFilter.of(query, references.serviceProviders(call.caller()));
        Map<Id, Dataset> payloads = payloads(call.caller());
        return SubscriptionList.builder()
                .subscriptions(registration.list(call.caller()).stream()
                        .filter(Subscriptions::isSubscription)
                        .filter(model -> place.has(model.header()))
                        .filter(model -> wanted.test(Subscriptions.facts(model).entity()))
                        .map(model -> Subscriptions.wire(model, Optional.ofNullable(payloads.get(model.id()))))
                        .toList())
                .build();
    }

    private Map<Id, Dataset> payloads(Caller caller) {
        Map<Id, Dataset> payloads = new HashMap<>();
        datasets.list(caller).stream()
                .filter(dataset -> dataset.kind() == Kind.PRODUCTION)
                .forEach(dataset -> dataset.model().ifPresent(model -> payloads.putIfAbsent(model, dataset)));
        return payloads;
    }

    @Override
    public Subscription patchSubscription(
            Call call, String subscriptionId, PatchSubscriptionQuery query, List<JsonPatchOperation> body) {
        Id id = references.subscription(call.caller(), subscriptionId).id();
        return shown(call.caller(), registrar.change(call.caller(), id, shown -> Documents.patchedEntity(shown, body)));
    }

    @Override
    public void deleteSubscription(Call call, String subscriptionId, DeleteSubscriptionQuery query) {
        Id id = references.subscription(call.caller(), subscriptionId).id();
        if (Boolean.TRUE.equals(query.force())) {
            registrar.forget(call.caller(), registration.removeWithRecords(call.caller(), id));
        } else {
            registrar.forget(call.caller(), registration.remove(call.caller(), id));
        }
    }

    @Override
    public SchemaInferenceResponse addSubscriptionSchemas(
            Call call, String subscriptionId, AddSubscriptionSchemasQuery query, SchemaInferenceRequest body) {
        Id id = references.subscription(call.caller(), subscriptionId).id();
        Model changed = registrar.change(
                call.caller(), id, shown -> InferredSchemas.of(body).put(shown));
        return SchemaInferenceResponse.builder()
                .subscription(shown(call.caller(), changed))
                .build();
    }

    @Override
    public DataSet addSubscriptionTable(
            Call call,
            String subscriptionId,
            DataSetType datasetType,
            AddSubscriptionTableQuery query,
            @Nullable Map<String, JsonNode> body) {
        if (datasetType != DataSetType.FEEDBACK) {
            throw PlumblineException.invalid(
                    "dataset_type",
                    "the parameter dataset_type is " + datasetType.wireName() + " and must be feedback");
        }
        return DataSets.wire(feedbackTables.add(call.caller(), references.subscription(call.caller(), subscriptionId)));
    }

    @Override
    public ConfigurationSynchronization getConfigurationSynchronization(Call call, String subscriptionId) {
        Model target = references.subscription(call.caller(), subscriptionId);
        Model source = source(call.caller(), target);
        return synchronization(call.caller(), source, target, monitors.compare(call.caller(), source, target));
    }

    private Model source(Caller caller, Model target) {
        String source = Subscriptions.facts(target).entity().preProductionReferenceId();
        if (source == null) {
            throw PlumblineException.invalid(
                    "pre_production_reference_id",
                    "the subscription has no pre_production_reference_id, so there is nothing to take over");
        }
        return references.subscription(caller, "pre_production_reference_id", source);
    }

    private ConfigurationSynchronization synchronization(
            Caller caller, Model source, Model target, List<SynchronizedConfiguration> ofMonitors) {
        return ConfigurationSynchronization.builder()
                .configurations(Stream.concat(
                                Synchronization.compare(
                                        datasets.list(caller, source.id()), datasets.list(caller, target.id())),
                                ofMonitors.stream())
                        .toList())
                .build();
    }

    @Override
    public ConfigurationSynchronization startConfigurationSynchronization(
            Call call,
            String subscriptionId,
            StartConfigurationSynchronizationQuery query,
            @Nullable ConfigurationSynchronizationRequest body) {
        Model target = references.subscription(call.caller(), subscriptionId);
        Model source = source(call.caller(), target);
        Set<String> excluded = body == null
                ? Set.of()
                : Set.copyOf(Elements.of(
                        "exclude_monitors", Objects.requireNonNullElse(body.excludeMonitors(), List.<String>of())));
        Existing existing = Boolean.TRUE.equals(query.force()) ? Existing.CHANGED : Existing.KEPT;
        return synchronization(
                call.caller(), source, target, monitors.copy(call.caller(), source, target, excluded, existing));
    }

    private Subscription shown(Caller caller, Model model) {
        return Subscriptions.wire(model, registration.production(caller, model.id()));
    }
}
