package io.plumbline.dialects.modellab;

import io.plumbline.dialects.modellab.wire.ArtifactsApi;
import io.plumbline.dialects.modellab.wire.FacetsApi;
import io.plumbline.dialects.modellab.wire.ProjectsApi;
import io.plumbline.dialects.modellab.wire.RunsApi;
import io.plumbline.http.Limits;
import io.plumbline.http.Routes;
import io.plumbline.http.Wire;
import io.plumbline.http.credential.CredentialScheme;
import java.util.List;

/** All operations of the dialect, to be mounted on a server. */
public record ModelLabDialect(ProjectsApi projects, RunsApi runs, FacetsApi facets, ArtifactsApi artifacts) {
    private static final String NAME = "model-lab";

    /** How the dialect speaks, within these limits. The application key names the caller; the API key has to be there. */
    public static Wire wire(Limits limits) {
        return new Wire(
                NAME,
                ModelLabJson.mapper(),
                new ModelLabErrors(),
                List.of(CredentialScheme.keyPair("DD-API-KEY", "DD-APPLICATION-KEY"), CredentialScheme.bearer()),
                limits);
    }

    /** Adds all routes. */
    public void mount(Routes routes, Wire wire) {
        ProjectsApi.routes(routes, "", projects, wire);
        RunsApi.routes(routes, "", runs, wire);
        FacetsApi.routes(routes, "", facets, wire);
        ArtifactsApi.routes(routes, "", artifacts, wire);
    }
}
