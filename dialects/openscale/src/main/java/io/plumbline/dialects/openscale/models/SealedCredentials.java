package io.plumbline.dialects.openscale.models;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts secrets in place of the credentials of a subscription, and takes them back where nothing comes of it. */
final class SealedCredentials {
    private static final String SECRET = "secret_id";

    private final CredentialVault vault;
    private final Caller caller;
    private final List<String> sealed = new ArrayList<>();

    SealedCredentials(CredentialVault vault, Caller caller) {
        this.vault = vault;
        this.caller = caller;
    }

    /** Where credentials stand. */
    private record Place(ObjectNode parent, String field, String path) {
        JsonNode value() {
            return parent.path(field);
        }

        boolean isReference() {
            return value().size() == 1 && value().path(SECRET).isString();
        }
    }

    /**
     * The entity without credentials.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where a secret is named that is not there
     */
    ObjectNode without(ObjectNode entity) {
        ObjectNode bare = entity.deepCopy();
        for (Place place : places(bare)) {
            checkReference(place);
            place.parent().remove(place.field());
        }
        return bare;
    }

    private void checkReference(Place place) {
        if (place.isReference()
                && !vault.knows(caller, place.value().path(SECRET).stringValue())) {
            String where = place.path() + "." + SECRET;
            throw PlumblineException.invalid(where, "the field " + where + " names a secret that is not there");
        }
    }

    /** The entity with secrets in place of credentials. */
    ObjectNode seal(ObjectNode entity, Optional<Id> project) {
        ObjectNode safe = entity.deepCopy();
        for (Place place : places(safe)) {
            if (place.value().isEmpty()) {
                place.parent().remove(place.field());
            } else if (!place.isReference()) {
                place.parent().set(place.field(), sealed(place, project));
            }
        }
        return safe;
    }

    private JsonNode sealed(Place place, Optional<Id> project) {
        String secret = vault.keep(caller, project, "subscription: " + place.path(), place.value());
        sealed.add(secret);
        return JsonNodeFactory.instance.objectNode().put(SECRET, secret);
    }

    /** Ids of the secrets that were made. */
    List<String> sealed() {
        return List.copyOf(sealed);
    }

    /** Forgets what was sealed because of this failure; what goes wrong on the way is told with it. */
    void takeBack(RuntimeException cause) {
        try {
            forget(sealed);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /** Forgets secrets. */
    void forget(Collection<String> secrets) {
        secrets.forEach(secret -> vault.forget(caller, secret));
    }

    /** Those of these secrets that the entity names. */
    static List<String> named(ObjectNode entity, Collection<String> secrets) {
        List<String> named = places(entity).stream()
                .map(place -> place.value().path(SECRET).asString(""))
                .toList();
        return secrets.stream().filter(named::contains).toList();
    }

    private static List<Place> places(ObjectNode entity) {
        List<Place> places = new ArrayList<>();
        add(places, entity.path("asset_properties"), "training_data_reference", "asset_properties");
        add(places, entity.path("deployment").path("scoring_endpoint"), "credentials", "deployment.scoring_endpoint");
        add(places, entity.path("analytics_engine"), "credentials", "analytics_engine");
        JsonNode sources = entity.path("data_sources");
        for (int i = 0; i < sources.size(); i++) {
            add(places, sources.path(i).path("endpoint"), "credentials", "data_sources[" + i + "].endpoint");
        }
        return places;
    }

    private static void add(List<Place> places, JsonNode parent, String field, String path) {
        if (parent instanceof ObjectNode object && object.path(field).isObject()) {
            places.add(new Place(object, field, path + "." + field));
        }
    }
}
