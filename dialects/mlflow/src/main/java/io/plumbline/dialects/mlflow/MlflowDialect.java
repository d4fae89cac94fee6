package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.wire.ArtifactsApi;
import io.plumbline.dialects.mlflow.wire.ExperimentsApi;
import io.plumbline.dialects.mlflow.wire.LoggedModelsApi;
import io.plumbline.dialects.mlflow.wire.ModelVersionsApi;
import io.plumbline.dialects.mlflow.wire.RegisteredModelsApi;
import io.plumbline.dialects.mlflow.wire.RunsApi;
import io.plumbline.dialects.mlflow.wire.ServerApi;
import io.plumbline.dialects.mlflow.wire.TracesApi;
import io.plumbline.domain.identity.Permission;
import io.plumbline.http.Limits;
import io.plumbline.http.Operation;
import io.plumbline.http.Routes;
import io.plumbline.http.StreamingAnswer;
import io.plumbline.http.Wire;
import io.plumbline.http.credential.CredentialScheme;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** All operations of the dialect, to be mounted on a server, at the prefixes that clients of 2.x, of 3.x and of web pages use. */
public record MlflowDialect(
        ExperimentsApi experiments,
        RunsApi runs,
        ArtifactsApi artifacts,
        RegisteredModelsApi registeredModels,
        ModelVersionsApi modelVersions,
        LoggedModelsApi loggedModels,
        ServerApi server) {
    private static final String NAME = "mlflow";
    private static final List<String> PREFIXES = List.of("/api/2.0", "/ajax-api/2.0", "/api/3.0", "/ajax-api/3.0");
    private static final int OK = 200;

    /** The version of MLflow whose API is spoken, as clients are told it. */
    private static final byte[] VERSION = "3.0.0".getBytes(StandardCharsets.UTF_8);

    /** How the dialect speaks, within these limits. */
    public static Wire wire(Limits limits) {
        return new Wire(
                NAME,
                MlflowJson.mapper(),
                new MlflowErrors(),
                List.of(CredentialScheme.bearer(), CredentialScheme.basic()),
                limits);
    }

    /** Adds all routes. */
    public void mount(Routes routes, Wire wire) {
        PREFIXES.forEach(prefix -> mount(routes, prefix, wire));
        routes.add(
                new Operation("getVersion", "GET", "/version", Permission.PUBLIC),
                wire,
                exchange -> StreamingAnswer.of("text/plain", out -> out.write(VERSION))
                        .orStatus(OK));
    }

    private void mount(Routes routes, String prefix, Wire wire) {
        ExperimentsApi.routes(routes, prefix, experiments, wire);
        RunsApi.routes(routes, prefix, runs, wire);
        ArtifactsApi.routes(routes, prefix, artifacts, wire);
        RegisteredModelsApi.routes(routes, prefix, registeredModels, wire);
        ModelVersionsApi.routes(routes, prefix, modelVersions, wire);
        LoggedModelsApi.routes(routes, prefix, loggedModels, wire);
        ServerApi.routes(routes, prefix, server, wire);
        TracesApi.routes(routes, prefix, new TracesApi() {}, wire);
    }
}
