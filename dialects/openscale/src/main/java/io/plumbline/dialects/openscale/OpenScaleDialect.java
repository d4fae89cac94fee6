package io.plumbline.dialects.openscale;

import io.plumbline.dialects.openscale.wire.AuthenticationApi;
import io.plumbline.dialects.openscale.wire.DataMartsApi;
import io.plumbline.dialects.openscale.wire.DataSetsApi;
import io.plumbline.dialects.openscale.wire.DistributionsApi;
import io.plumbline.dialects.openscale.wire.DriftApi;
import io.plumbline.dialects.openscale.wire.DriftV2Api;
import io.plumbline.dialects.openscale.wire.ExplainabilityApi;
import io.plumbline.dialects.openscale.wire.ExplanationTasksApi;
import io.plumbline.dialects.openscale.wire.IntegratedSystemsApi;
import io.plumbline.dialects.openscale.wire.MeasurementsApi;
import io.plumbline.dialects.openscale.wire.ModelRiskApi;
import io.plumbline.dialects.openscale.wire.MonitorDefinitionsApi;
import io.plumbline.dialects.openscale.wire.MonitorInstancesApi;
import io.plumbline.dialects.openscale.wire.OperationalSpacesApi;
import io.plumbline.dialects.openscale.wire.PromptSetupApi;
import io.plumbline.dialects.openscale.wire.RecordsApi;
import io.plumbline.dialects.openscale.wire.RunsApi;
import io.plumbline.dialects.openscale.wire.SecretsApi;
import io.plumbline.dialects.openscale.wire.ServiceProvidersApi;
import io.plumbline.dialects.openscale.wire.SparkSchemasApi;
import io.plumbline.dialects.openscale.wire.SubscriptionsApi;
import io.plumbline.dialects.openscale.wire.TextDetectionApi;
import io.plumbline.dialects.openscale.wire.UsageApi;
import io.plumbline.dialects.openscale.wire.UserPreferencesApi;
import io.plumbline.domain.PlumblineException;
import io.plumbline.http.Call;
import io.plumbline.http.Limits;
import io.plumbline.http.Routes;
import io.plumbline.http.Wire;
import io.plumbline.http.credential.CredentialScheme;
import java.util.List;

/**
 * All operations of the dialect, to be mounted on a server. It answers below {@code /openscale/{instance}}, below {@code /{instance}} and at
 * the root; the instance is the caller's organization.
 */
public record OpenScaleDialect(
        AuthenticationApi authentication,
        DataMartsApi dataMarts,
        ServiceProvidersApi serviceProviders,
        SubscriptionsApi subscriptions,
        DataSetsApi dataSets,
        RecordsApi records,
        DistributionsApi distributions,
        MonitorDefinitionsApi monitorDefinitions,
        MonitorInstancesApi monitorInstances,
        RunsApi runs,
        MeasurementsApi measurements,
        DriftApi drift,
        DriftV2Api driftV2,
        IntegratedSystemsApi integratedSystems,
        OperationalSpacesApi operationalSpaces,
        UserPreferencesApi userPreferences,
        SecretsApi secrets,
        UsageApi usage,
        SparkSchemasApi sparkSchemas) {
    private static final String NAME = "openscale";
    private static final String INSTANCE = "instance";
    /** Stands for the organization of whoever calls. */
    public static final String ANY_INSTANCE = "00000000-0000-0000-0000-000000000000";

    private static final List<String> PREFIXES = List.of("", "/{" + INSTANCE + "}", "/openscale/{" + INSTANCE + "}");

    /** How the dialect speaks, within these limits. */
    public static Wire wire(Limits limits) {
        return new Wire(
                NAME,
                OpenScaleJson.mapper(),
                new OpenScaleErrors(),
                List.of(CredentialScheme.bearer(), CredentialScheme.basic()),
                limits);
    }

    /** Adds all routes. */
    public void mount(Routes routes, Wire wire) {
        Routes checked = routes.checking(OpenScaleDialect::requireOwnInstance);
        PREFIXES.forEach(prefix -> mount(checked, prefix, wire));
    }

    private void mount(Routes routes, String prefix, Wire wire) {
        AuthenticationApi.routes(routes, prefix, authentication, wire);
        DataMartsApi.routes(routes, prefix, dataMarts, wire);
        ServiceProvidersApi.routes(routes, prefix, serviceProviders, wire);
        SubscriptionsApi.routes(routes, prefix, subscriptions, wire);
        DataSetsApi.routes(routes, prefix, dataSets, wire);
        RecordsApi.routes(routes, prefix, records, wire);
        DistributionsApi.routes(routes, prefix, distributions, wire);
        MonitorDefinitionsApi.routes(routes, prefix, monitorDefinitions, wire);
        MonitorInstancesApi.routes(routes, prefix, monitorInstances, wire);
        RunsApi.routes(routes, prefix, runs, wire);
        MeasurementsApi.routes(routes, prefix, measurements, wire);
        DriftApi.routes(routes, prefix, drift, wire);
        DriftV2Api.routes(routes, prefix, driftV2, wire);
        IntegratedSystemsApi.routes(routes, prefix, integratedSystems, wire);
        OperationalSpacesApi.routes(routes, prefix, operationalSpaces, wire);
        UserPreferencesApi.routes(routes, prefix, userPreferences, wire);
        SecretsApi.routes(routes, prefix, secrets, wire);
        UsageApi.routes(routes, prefix, usage, wire);
        SparkSchemasApi.routes(routes, prefix, sparkSchemas, wire);
        mountAbsent(routes, prefix, wire);
    }

    /** Operations that are in the contract only: each answers why it is absent. */
    private static void mountAbsent(Routes routes, String prefix, Wire wire) {
        ExplainabilityApi.routes(routes, prefix, new ExplainabilityApi() {}, wire);
        ExplanationTasksApi.routes(routes, prefix, new ExplanationTasksApi() {}, wire);
        ModelRiskApi.routes(routes, prefix, new ModelRiskApi() {}, wire);
        PromptSetupApi.routes(routes, prefix, new PromptSetupApi() {}, wire);
        TextDetectionApi.routes(routes, prefix, new TextDetectionApi() {}, wire);
    }

    /** The instance of another organization is not found; who calls without a credential sees nothing that an instance could hide. */
    private static void requireOwnInstance(Call call) {
        String instance = call.pathParameters().getOrDefault(INSTANCE, ANY_INSTANCE);
        boolean own = call.knownCaller()
                .map(caller -> WireId.of(caller.organization()).equals(instance))
                .orElse(true);
        if (!own && !instance.equals(ANY_INSTANCE)) {
            throw PlumblineException.notFound("service instance", instance);
        }
    }
}
