package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.wire.SubscriptionEntity;
import io.plumbline.dialects.openscale.wire.SubscriptionRequest;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.registration.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Adds and changes subscriptions: looks first whether all makes sense, then seals credentials, then registers. */
final class Registrar {
    private final Registration registration;
    private final References references;
    private final CredentialVault vault;

    Registrar(Registration registration, References references, CredentialVault vault) {
        this.registration = registration;
        this.references = references;
        this.vault = vault;
    }

    /** A description that was looked through: what it names is there, and these are its columns. */
    private record Checked(ObjectNode description, References.Named named, List<Column> columns) {}

    Model add(Caller caller, Optional<Id> project, SubscriptionRequest request) {
        SealedCredentials credentials = new SealedCredentials(vault, caller);
        Checked checked = checked(caller, Documents.object(request), credentials);
        try {
            SubscriptionFacts facts = facts(credentials.seal(checked.description(), project), credentials.sealed());
            SubscriptionEntity shown = Subscriptions.shown(facts.entity(), Optional.empty());
            return registration.add(
                    caller,
                    project,
                    header -> Subscriptions.model(header, new Schema(1, checked.columns()), checked.named(), facts),
                    (header, model) -> SubscriptionTables.payload(header, model, shown));
        } catch (RuntimeException failed) {
            credentials.takeBack(failed);
            throw failed;
        }
    }

    /** Changes a subscription to what the function makes of the entity as it is shown. */
    Model change(Caller caller, Id id, Function<SubscriptionEntity, ObjectNode> change) {
        SealedCredentials credentials = new SealedCredentials(vault, caller);
        Optional<Dataset> payload = registration.production(caller, id);
        List<String> before = new ArrayList<>();
        try {
            Model after = registration.change(
                    caller,
                    id,
                    kept -> {
                        before.addAll(Subscriptions.facts(kept).sealed());
                        return changed(caller, kept, described(kept, payload, change), credentials);
                    },
                    Registrar::follow);
            before.removeAll(Subscriptions.facts(after).sealed());
            credentials.forget(before);
            return after;
        } catch (RuntimeException failed) {
            credentials.takeBack(failed);
            throw failed;
        }
    }

    private static ObjectNode described(
            Model kept, Optional<Dataset> payload, Function<SubscriptionEntity, ObjectNode> change) {
        SubscriptionEntity entity = Subscriptions.facts(kept).entity();
        SubscriptionEntity shown = Subscriptions.shown(entity, payload);
        ObjectNode given = Subscriptions.asGiven(change.apply(shown), shown, entity);
        return Documents.object(Documents.value(given, SubscriptionRequest.class));
    }

    private Model changed(Caller caller, Model kept, ObjectNode description, SealedCredentials credentials) {
        Checked checked = checked(caller, description, credentials);
        if (!kept.store().equals(Optional.of(checked.named().dataMart()))) {
            throw PlumblineException.invalid("data_mart_id", "the field data_mart_id cannot be changed");
        }
        ObjectNode safe = credentials.seal(description, kept.header().project());
        List<String> sealed = new ArrayList<>(
                SealedCredentials.named(safe, Subscriptions.facts(kept).sealed()));
        sealed.addAll(credentials.sealed());
        Schema schema = kept.schema().columns().equals(checked.columns())
                ? kept.schema()
                : kept.schema().next(checked.columns());
        return Subscriptions.model(kept.header(), schema, checked.named(), facts(safe, sealed));
    }

    private static Dataset follow(Model after, Dataset payload) {
        SubscriptionEntity shown =
                Subscriptions.shown(Subscriptions.facts(after).entity(), Optional.empty());
        return SubscriptionTables.followed(after, shown, payload);
    }

    private Checked checked(Caller caller, ObjectNode description, SealedCredentials credentials) {
        SubscriptionEntity bare = Subscriptions.entity(credentials.without(description));
        Subscriptions.check(bare);
        return new Checked(description, references.named(caller, bare), Subscriptions.columns(bare));
    }

    private static SubscriptionFacts facts(ObjectNode description, List<String> sealed) {
        return new SubscriptionFacts(Subscriptions.entity(description), List.copyOf(sealed));
    }

    /** Forgets the secrets of a subscription that is gone. */
    void forget(Caller caller, Model gone) {
        new SealedCredentials(vault, caller).forget(Subscriptions.facts(gone).sealed());
    }
}
