package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.Place;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.Secret;
import io.plumbline.dialects.openscale.wire.SecretEntity;
import io.plumbline.dialects.openscale.wire.SecretList;
import io.plumbline.dialects.openscale.wire.SecretRequest;
import io.plumbline.dialects.openscale.wire.SecretsApi;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.connection.Connections;
import io.plumbline.domain.project.Projects;
import io.plumbline.domain.secret.Secrets;
import io.plumbline.http.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Secrets: credentials that are kept for later, and never shown again. */
public final class SecretsAdapter implements SecretsApi {
    private static final String WHAT = "secret";

    private final Secrets secrets;
    private final Connections connections;
    private final Projects projects;

    /** Over these use cases. */
    public SecretsAdapter(Secrets secrets, Connections connections, Projects projects) {
        this.secrets = secrets;
        this.connections = connections;
        this.projects = projects;
    }

    @Override
    public Secret addSecret(Call call, AddSecretQuery query, SecretRequest body) {
        if (body.credentials().isEmpty()) {
            throw PlumblineException.invalid("credentials", "there are no credentials to keep");
        }
        Place place = Place.of(query.projectId(), query.spaceId());
        String text = Documents.of(body.credentials()).json();
        return wire(secrets.add(call.caller(), place.project(projects, call.caller()), "credentials", text));
    }

    @Override
    public Secret getSecret(Call call, String secretId, GetSecretQuery query) {
        return wire(secrets.find(call.caller(), WireId.read(WHAT, secretId)));
    }

    @Override
    public SecretList listSecrets(Call call, ListSecretsQuery query) {
        Place place = Place.of(query.projectId(), query.spaceId());
        List<Secret> found = secrets.list(call.caller()).stream()
                .filter(secret -> place.has(secret.header()))
                .map(SecretsAdapter::wire)
                .filter(secret -> query.id() == null
                        || Set.copyOf(query.id()).contains(secret.metadata().id()))
                .toList();
        return SecretList.builder().secrets(found).build();
    }

    @Override
    public void deleteSecret(Call call, String secretId, DeleteSecretQuery query) {
        connections.removeSecret(call.caller(), WireId.read(WHAT, secretId));
    }

    private static Secret wire(io.plumbline.domain.secret.Secret secret) {
        return Secret.builder()
                .metadata(Envelope.metadata(secret.header(), WHAT, "/v2/secrets"))
                .entity(SecretEntity.builder().credentials(Map.of()).build())
                .build();
    }
}
