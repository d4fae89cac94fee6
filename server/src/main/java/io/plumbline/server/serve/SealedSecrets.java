package io.plumbline.server.serve;

import io.plumbline.domain.Repository;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.secret.Secret;
import java.util.function.BooleanSupplier;

/** Tells whether any secret was ever sealed. */
record SealedSecrets(Identities identities, Repository<Secret> secrets) implements BooleanSupplier {
    @Override
    public boolean getAsBoolean() {
        return identities.organizations().stream()
                .anyMatch(organization -> !secrets.list(organization.id()).isEmpty());
    }
}
